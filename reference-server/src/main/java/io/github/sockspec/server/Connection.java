package io.github.sockspec.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * One client's connection. Its own thread reads, sends and closes; {@link #isIdle}, {@link #stopReading} and
 * {@link #abort} are for other threads.
 */
final class Connection implements AutoCloseable {
    private static final int SLICE_BYTES = 64 * 1024; // the JDK copies each write off the heap, so writes stay small
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final long BUSY = Long.MAX_VALUE;

    private final SocketChannel channel;
    private volatile long blockedSince = BUSY;
    private boolean ended;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    /** Has every reply sent at once: none waits until the client has acknowledged the one before. */
    void sendWithoutDelay() throws IOException {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    /** Reads what there is, waiting for one byte at least. {@return how many bytes, or -1 at the end of stream} */
    int read(byte[] into, int from) throws IOException {
        blockedSince = System.nanoTime();
        try {
            int count = channel.read(ByteBuffer.wrap(into, from, into.length - from));
            ended |= count < 0;
            return count;
        } finally {
            blockedSince = BUSY;
        }
    }

    /** Reads as {@link #read}, but waits no longer than this. {@return 0 when nothing came} */
    int readWithin(Duration patience, byte[] into, int from) throws IOException {
        channel.socket().setSoTimeout(Math.toIntExact(Math.max(1, patience.toMillis()))); // 0 would be for ever
        try {
            int count = channel.socket().getInputStream().read(into, from, into.length - from);
            ended |= count < 0;
            return count;
        } catch (SocketTimeoutException quiet) {
            return 0;
        }
    }

    /** Sends all of it, waiting as long as the client takes a byte now and then. */
    void send(byte[] reply) throws IOException {
        send(ByteBuffer.wrap(reply), ByteBuffer.allocate(0));
    }

    /** Sends both, the header in one segment with the body's start. */
    void send(ByteBuffer header, ByteBuffer body) throws IOException {
        while (header.hasRemaining() || body.hasRemaining()) {
            ByteBuffer slice = body.slice(body.position(), Math.min(body.remaining(), SLICE_BYTES));
            blockedSince = System.nanoTime();
            try {
                channel.write(new ByteBuffer[] {header, slice});
            } finally {
                blockedSince = BUSY;
            }
            body.position(body.position() + slice.position());
        }
    }

    /** {@return a watch on this connection; it must be closed before the next read} */
    HangUp watch() throws IOException {
        return new HangUp(channel);
    }

    /** Whether this connection's thread has waited for the client longer than this. */
    boolean isIdle(long now, Duration allowed) {
        long since = blockedSince;
        return since != BUSY && now - since > allowed.toNanos();
    }

    /** Ends the stream of requests: its thread answers what it has read, and closes. */
    void stopReading() {
        try {
            channel.shutdownInput();
        } catch (IOException gone) {
            abort();
        }
    }

    /** Closes at once; what its thread does next on it fails. */
    void abort() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
    }

    /**
     * Closes so that the client can read the last reply: closing with unread input makes the kernel send a reset, which
     * destroys replies on their way. So what the client still sends is read first, for one second at most.
     */
    @Override
    public void close() {
        try (channel) {
            channel.shutdownOutput();
            byte[] unread = new byte[1024];
            long deadline = System.nanoTime() + LINGER.toNanos();
            long left = LINGER.toNanos();
            while (!ended && left > 0) {
                readWithin(Duration.ofNanos(left), unread, 0);
                left = deadline - System.nanoTime();
            }
        } catch (IOException gone) {
            // nobody is left to read a reply
        }
    }
}
