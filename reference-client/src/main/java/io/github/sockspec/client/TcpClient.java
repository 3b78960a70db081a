package io.github.sockspec.client;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketException;
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
 * parts, such as "the 4-byte header", and the bytes of the current one are counted.
 */
abstract sealed class TcpClient implements Closeable permits LoginClient, ExecClient, DigestClient {
    private final SocketChannel channel;
    private final InputStream in;
    private final String peer;
    private final long idleMillis;
    private String part = "the connection";
    private long at;

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
            String reason = server.isUnresolved() ? "no such host" : e.getMessage();
            throw new ConnectException("cannot connect to " + peer + " (" + reason + ")");
        }
    }

    /** The bytes that follow, in either direction, belong to the part of this name. */
    final void begin(String name) {
        part = name;
        at = 0;
    }

    /** Sends a part: the line and an LF. An LF within it would make two requests of one. */
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
        } catch (IOException e) {
            throw lost(e);
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

    /** Reads from 1 to {@code length} bytes of a part; returns how many. */
    final int read(byte[] into, int from, int length) throws IOException {
        int count;
        try {
            count = in.read(into, from, length);
        } catch (IOException e) {
            throw lost(e);
        }
        if (count < 0) {
            throw new EOFException(said("closed the connection"));
        }
        at += count;
        return count;
    }

    private IOException lost(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return new SocketTimeoutException(said("neither sent nor took a byte for " + idleMillis + " ms"));
        }
        boolean reset = String.valueOf(e.getMessage()).startsWith("Connection reset");
        return new SocketException(said(reset ? "reset the connection" : "is cut off (" + e + ")"));
    }

    final ProtocolException unexpected(byte[] sent, int length, String expected) {
        String bytes = HexFormat.ofDelimiter(" ").formatHex(sent, 0, length);
        return new ProtocolException(said("sent " + bytes + " instead of " + expected));
    }

    private String said(String what) {
        return peer + " " + what + " at byte " + at + " of " + part;
    }

    @Override
    public final void close() throws IOException {
        channel.close();
    }
}
