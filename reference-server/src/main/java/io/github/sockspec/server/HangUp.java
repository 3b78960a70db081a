package io.github.sockspec.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Notices that a client resets its connection while a command runs for it. A read would not: unread requests may lie
 * before the reset, and after a FIN every read says "end". A selector reports a broken socket as ready for all that it
 * was asked for, and "finished connecting" is what a connected socket is otherwise never ready for.
 */
final class HangUp implements Closeable {
    private final SocketChannel channel;
    private final Selector selector = Selector.open();

    HangUp(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false).register(selector, SelectionKey.OP_CONNECT);
    }

    /** @throws SocketException when the client has reset the connection, or this server has aborted it */
    void check() throws IOException {
        if (!channel.isOpen() || selector.selectNow() > 0) {
            throw new SocketException("the client has gone");
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.configureBlocking(true);
    }
}
