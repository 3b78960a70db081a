package io.github.sockspec.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What is made of a stream that a program writes. Thread-safe. */
abstract class Sink extends OutputStream {
    /** How many bytes have come so far. */
    abstract long written();

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public abstract void write(byte[] octets, int from, int length) throws IOException;

    /**
     * Takes {@code stream} on a thread of its own until that ends, or no more is wanted of it: for as long as anybody writes,
     * so that no program ever waits for its output to be read.
     */
    Thread follow(InputStream stream) {
        Thread reader = new Thread(() -> take(stream), "sockspec output reader");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    private void take(InputStream stream) {
        try {
            stream.transferTo(this);
        } catch (IOException closedOrEnough) {
            // What was read is what there was.
        }
    }
}
