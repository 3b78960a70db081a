package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A client under the test's control: it sends any bytes, and ends in any way. */
final class Peer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();

    Peer(InetSocketAddress server) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(server, PATIENCE_MILLIS);
    }

    Peer send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    Peer send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Peer sendByteByByte(byte... bytes) throws IOException {
        for (byte b : bytes) {
            send(b);
        }
        return this;
    }

    /** Sends a chunk of a digest message. */
    Peer chunk(byte... bytes) throws IOException {
        return send(littleEndian(bytes.length)).send(bytes);
    }

    byte[] read(int count) throws IOException {
        byte[] bytes = socket.getInputStream().readNBytes(count);
        if (bytes.length < count) {
            throw new IOException("the stream ended after " + bytes.length + " of " + count + " bytes");
        }
        return bytes;
    }

    String text(int count) throws IOException {
        return new String(read(count), UTF_8);
    }

    /** Reads one reply of an exec server. */
    byte[] body() throws IOException {
        return read(ByteBuffer.wrap(read(4)).order(ByteOrder.LITTLE_ENDIAN).getInt());
    }

    String output() throws IOException {
        return new String(body(), UTF_8);
    }

    String untilEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    Peer halfClose() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    void reset() throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static byte[] littleEndian(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
