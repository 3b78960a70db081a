package io.github.sockspec.engine;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A two-way stream of bytes to a program of this machine, by a socket in the file system. Its output can be ended while
 * its input goes on. One thread may read while another writes.
 */
public final class LocalStream implements AutoCloseable {
    private final SocketChannel channel;

    private LocalStream(SocketChannel channel) {
        this.channel = channel;
    }

    /** The stream to whoever listens at {@code socket}. */
    public static LocalStream to(Path socket) throws IOException {
        return new LocalStream(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    /** Writes all of it. */
    public void write(byte[] octets, int from, int length) throws IOException {
        ByteBuffer outgoing = ByteBuffer.wrap(octets, from, length);
        while (outgoing.hasRemaining()) {
            channel.write(outgoing);
        }
    }

    /** Reads what is there, at least one byte; -1 when the other side has ended. */
    public int read(byte[] into, int from, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(into, from, length));
    }

    /** Reads exactly as many bytes as {@code into} has room for. */
    public void readFully(byte[] into) throws IOException {
        for (int at = 0; at < into.length; ) {
            int count = read(into, at, into.length - at);
            if (count < 0) {
                throw new EOFException("the stream ended after " + at + " of " + into.length + " bytes");
            }
            at += count;
        }
    }

    /** Says that nothing more comes from here. */
    public void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    /** Ends both directions; whoever reads or writes is let go. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
