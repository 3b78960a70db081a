package io.github.sockspec.program;

import io.github.sockspec.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What a client wrote to one of its streams, kept up to a limit: what is beyond that is a flood. */
final class CapturedOutput extends Sink {
    /** The most that is kept of one stream of one run. */
    static final int LIMIT = 24 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean flooded;

    @Override
    public synchronized void write(byte[] octets, int from, int length) throws IOException {
        if (kept.size() + length > LIMIT) {
            flooded = true;
            throw new IOException("more than " + LIMIT + " bytes were written");
        }
        kept.write(octets, from, length);
    }

    synchronized boolean flooded() {
        return flooded;
    }

    @Override
    synchronized long written() {
        return kept.size();
    }

    synchronized Bytes bytes() {
        return Bytes.of(kept.toByteArray());
    }
}
