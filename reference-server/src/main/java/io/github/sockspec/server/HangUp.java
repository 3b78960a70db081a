package io.github.sockspec.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Tells whether a client has reset its connection, while nobody reads from it.
 *
 * <p>Reading can't tell: bytes of the next request may wait before the reset, and after a FIN every read says "end",
 * reset or not (EXEC-18 and EXEC-11 at once). A selector can: it reports every kind of readiness it was asked for once a
 * socket is broken, and "finished connecting" is a kind that a connected socket never has otherwise.
 */
final class HangUp implements Closeable {
    private final SocketChannel channel;
    private final Selector selector;

    HangUp(SocketChannel channel) throws IOException {
        this.channel = channel;
        selector = Selector.open();
        try {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT);
        } catch (IOException e) {
            selector.close();
            throw e;
        }
    }

    /**
     * Does nothing while the connection holds. Does not wait.
     *
     * @throws SocketException when the client has reset it, or this server has closed it
     */
    void check() throws IOException {
        if (!channel.isOpen() || selector.selectNow() > 0) {
            throw new SocketException("the connection is gone");
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.configureBlocking(true);
    }
}
