package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/** Runs commands over TCP: sends a line, reads a 4-byte little-endian signed length and that many bytes. */
public final class ExecClient extends TcpClient {
    /** Connects, and sends nothing yet. */
    public ExecClient(InetSocketAddress server, Timeouts timeouts) throws IOException {
        super(server, timeouts);
    }

    /**
     * Runs a command, sent as UTF-8; copies its output as it comes and unaltered, and returns its length, 0 to 2^31-1
     * bytes (EXEC-C1). When the reply breaks off, what came before was copied (EXEC-C4, EXEC-C5). Throws
     * {@link IllegalArgumentException} for a command that gets no reply: blank, {@code exit}, more than one line.
     */
    public long run(String command, OutputStream output) throws IOException {
        return run(command, UTF_8).transferTo(output);
    }

    /** Returns the output, which must be read to its end before the next command. */
    InputStream run(String command, Charset charset) throws IOException {
        if (command.isBlank() || command.strip().equals("exit")) {
            throw new IllegalArgumentException("a blank command and the exit word get no reply");
        }
        sendLine("the command", command, charset);
        int length = readHeader();
        begin("the " + length + "-byte body");
        return new Body(length);
    }

    private int readHeader() throws IOException {
        begin("the 4-byte header");
        byte[] header = new byte[Integer.BYTES];
        for (int have = 0; have < header.length; ) {
            have += read(header, have, header.length - have);
        }
        int length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < 0) {
            throw unexpected(header, header.length, "a length, which " + length + " is not");
        }
        return length;
    }

    /** What was announced, read as it comes and never stored (EXEC-C5), and no byte of the next reply (EXEC-C2). */
    private final class Body extends InputStream {
        private int left;

        Body(int length) {
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = left == 0 ? -1 : ExecClient.this.read(into, from, Math.min(left, length));
            left -= Math.max(0, count);
            return count;
        }
    }

    /** Says that no more commands come (EXEC-C7); the server answers nothing. */
    public void exit() throws IOException {
        try {
            sendLine("the exit word", "exit", UTF_8);
        } catch (SocketException e) {
            // The server has gone already, and going was all that was left to do.
        }
    }
}
