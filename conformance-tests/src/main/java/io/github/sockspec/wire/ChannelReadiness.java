package io.github.sockspec.wire;

import io.github.sockspec.patience.GuardedWait;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Waits until a channel is ready, with a deadline. Owned by the thread that owns the channel. */
final class ChannelReadiness implements AutoCloseable {
    private static final int READ_SIZE = 1 << 16;

    private final SocketChannel channel;
    private final Selector selector;

    /** For {@code channel}, which does not block. */
    ChannelReadiness(SocketChannel channel) throws IOException {
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

    /** Waits until one of {@code operations} can be done; false when {@code guardedWait} was over first. */
    boolean await(int operations, GuardedWait guardedWait) throws IOException {
        channel.keyFor(selector).interestOps(operations);
        boolean over = false;
        int ready = selector.selectNow();
        while (ready == 0 && !over) {
            over = guardedWait.over();
            ready = over ? selector.selectNow() : select(guardedWait);
        }
        selector.selectedKeys().clear();
        return ready > 0;
    }

    private int select(GuardedWait guardedWait) throws IOException {
        long began = System.nanoTime();
        long millis = guardedWait.nap() / 1_000_000 + 1;
        int ready = selector.select(millis);
        if (ready == 0) {
            guardedWait.slept(began, millis * 1_000_000);
        }
        return ready;
    }

    /** Reads and forgets until the other side's stream ends, by FIN or by RST; false when it has not {@code within}. */
    boolean drain(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        ByteBuffer forgotten = ByteBuffer.allocate(READ_SIZE);
        try {
            int length = channel.read(forgotten);
            while (length >= 0 && System.nanoTime() < deadline && await(SelectionKey.OP_READ, deadline)) {
                length = channel.read(forgotten.clear());
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
