package io.github.sockspec.target;

import io.github.sockspec.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What a client wrote to one of its streams, kept up to a limit: what is beyond that is a flood. Thread-safe. */
final class Captured extends OutputStream {
    /** The most that is kept of one stream of one run. */
    static final int LIMIT = 24 << 20;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean flooded;

    /** Reads {@code stream} on a thread of its own until it ends or floods. */
    Thread follow(InputStream stream) {
        Thread reader = new Thread(() -> copy(stream), "sockspec client output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    private void copy(InputStream stream) {
        byte[] buffer = new byte[1 << 16];
        try {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                write(buffer, 0, length);
            }
        } catch (IOException closedOrFlooded) {
            // What was read is what there was; a flood is remembered.
        }
    }

    @Override
    public synchronized void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

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

    synchronized int length() {
        return kept.size();
    }

    synchronized Bytes bytes() {
        return Bytes.of(kept.toByteArray());
    }
}
