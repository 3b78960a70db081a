package io.github.sockspec.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Waits until a channel is ready, with a deadline. Owned by the thread that owns the channel. */
final class Readiness implements AutoCloseable {
    private static final int READ_SIZE = 1 << 16;

    private final SocketChannel channel;
    private final Selector selector;

    /** For {@code channel}, which does not block. */
    Readiness(SocketChannel channel) throws IOException {
        this.channel = channel;
        selector = Selector.open();
        channel.register(selector, 0);
    }

    /** Waits until one of {@code operations} can be done; false when {@code deadline} passed first. */
    boolean await(int operations, long deadline) throws IOException {
        channel.keyFor(selector).interestOps(operations);
        long left = (deadline - System.nanoTime()) / 1_000_000;
        int ready = left <= 0 ? selector.selectNow() : selector.select(left);
        selector.selectedKeys().clear();
        return ready > 0 || System.nanoTime() < deadline;
    }

    /**
     * Reads and forgets until the other side's stream ends.
     *
     * @param quiet how long nothing may come
     * @param longest how long it may take in all, though bytes keep coming
     * @return whether it ended, by FIN or by RST
     */
    boolean drain(Duration quiet, Duration longest) {
        long last = System.nanoTime() + longest.toNanos();
        long deadline = System.nanoTime() + quiet.toNanos();
        ByteBuffer forgotten = ByteBuffer.allocate(READ_SIZE);
        try {
            int length = channel.read(forgotten);
            while (length >= 0 && System.nanoTime() < last && await(SelectionKey.OP_READ, deadline)) {
                length = channel.read(forgotten.clear());
                deadline = length > 0 ? Math.min(last, System.nanoTime() + quiet.toNanos()) : deadline;
            }
            return length < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
