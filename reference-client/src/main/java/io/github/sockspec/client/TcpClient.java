package io.github.sockspec.client;

import io.github.sockspec.client.PeerException.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.util.HexFormat;

/**
 * A client that holds a TCP connection. Every wait has an end, and every failure has a place: a conversation is a row of
 * parts, such as "the 4-byte header of reply 2", and the bytes of the current one are counted.
 */
abstract sealed class TcpClient implements Closeable permits LoginClient, ExecClient, DigestClient {
    private final SocketChannel channel;
    private final InputStream in;
    private final String peer;
    private final long idleMillis;
    private String part = "the connection";
    private long at;

    /** Throws {@link PeerException} when the connection can't be made in time. */
    TcpClient(InetSocketAddress server, Timeouts timeouts) throws IOException {
        peer = server.getHostString() + ":" + server.getPort();
        idleMillis = timeouts.idle().toMillis();
        channel = SocketChannel.open();
        try {
            channel.socket().connect(server, (int) timeouts.connect().toMillis());
            channel.socket().setSoTimeout((int) idleMillis);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true); // else a last, short write waits for an ACK
            in = channel.socket().getInputStream();
        } catch (IOException e) {
            channel.close();
            throw new PeerException(Failure.UNREACHABLE, "cannot connect to " + peer + " (" + e.getMessage() + ")");
        }
    }

    /** The bytes that follow, in either direction, belong to the part of this name. */
    final void begin(String name) {
        part = name;
        at = 0;
    }

    /** Sends a request: the line and an LF. An LF within it would make two of it. */
    final void sendLine(String name, String line, Charset charset) throws IOException {
        if (line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a request is one line");
        }
        send(name, ByteBuffer.wrap((line + "\n").getBytes(charset)));
    }

    /** Sends a part: all that {@code bytes} has left. */
    final void send(String name, ByteBuffer bytes) throws IOException {
        begin(name);
        try {
            channel.configureBlocking(false); // a blocking write knows no time-out
            at += channel.write(bytes);
            if (bytes.hasRemaining()) {
                sendAsItIsTaken(bytes);
            }
            channel.configureBlocking(true);
        } catch (SocketTimeoutException e) {
            throw failed(Failure.SILENT, "took nothing for " + idleMillis + " ms");
        } catch (IOException e) {
            throw failed(Failure.LOST, "takes no more (" + e.getMessage() + ")");
        }
    }

    private void sendAsItIsTaken(ByteBuffer bytes) throws IOException {
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            while (bytes.hasRemaining()) {
                selector.select(idleMillis);
                selector.selectedKeys().clear();
                int taken = channel.write(bytes); // also after a silent select: "writable" needs much room, not any
                if (taken == 0) {
                    throw new SocketTimeoutException();
                }
                at += taken;
            }
        }
    }

    /** Reads from 1 to {@code length} bytes; returns how many. */
    final int read(byte[] into, int from, int length) throws IOException {
        int count;
        try {
            count = in.read(into, from, length);
        } catch (SocketTimeoutException e) {
            throw failed(Failure.SILENT, "sent nothing for " + idleMillis + " ms");
        } catch (IOException e) {
            throw "Connection reset".equals(e.getMessage())
                    ? failed(Failure.RESET, "reset the connection")
                    : failed(Failure.LOST, "is cut off (" + e.getMessage() + ")");
        }
        if (count < 0) {
            throw failed(Failure.CLOSED, "closed the connection");
        }
        at += count;
        return count;
    }

    final PeerException unexpected(byte[] sent, int length, String expected) {
        String hex = HexFormat.ofDelimiter(" ").formatHex(sent, 0, length);
        return failed(Failure.MALFORMED, "sent " + hex + " instead of " + expected);
    }

    final PeerException failed(Failure failure, String what) {
        return new PeerException(failure, peer + " " + what + " at byte " + at + " of " + part);
    }

    @Override
    public final void close() throws IOException {
        channel.close();
    }
}
