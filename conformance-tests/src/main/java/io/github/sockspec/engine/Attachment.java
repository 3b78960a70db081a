package io.github.sockspec.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The streams of a program in a container: the HTTP connection by which the engine is told to start it, which the engine
 * then hands over. Testcontainers' client can't end a program's input, and that is what half the cases of a client wait
 * for; so this one request is made here. What is written comes in frames: a byte that names the stream, three of nothing,
 * four of length, and the bytes.
 */
final class Attachment implements AutoCloseable {
    private static final int LONGEST_HEAD = 8_192;
    private static final int CAPACITY = 1 << 16;
    private static final int ERRORS = 2;

    private final LocalStream stream;
    private final Streams streams;
    private final PipedInputStream output = new PipedInputStream(CAPACITY);
    private final PipedInputStream errors = new PipedInputStream(CAPACITY);
    private final PipedOutputStream toOutput = new PipedOutputStream(output);
    private final PipedOutputStream toErrors = new PipedOutputStream(errors);
    private final Thread reader = new Thread(this::copy, "sockspec contained program's output");

    private Attachment(LocalStream stream, Streams streams) throws IOException {
        this.stream = stream;
        this.streams = streams;
        reader.setDaemon(true);
    }

    /** Starts the execution that the engine at {@code socket} has prepared under {@code id}. */
    static Attachment start(Path socket, String id, Streams streams) throws IOException {
        LocalStream stream = LocalStream.to(socket);
        try {
            String body = "{\"Detach\":false,\"Tty\":" + (streams == Streams.TERMINAL) + "}";
            String request = "POST /exec/" + id
                    + "/start HTTP/1.1\r\nHost: engine\r\nContent-Type: application/json\r\n"
                    + "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
            byte[] octets = request.getBytes(StandardCharsets.US_ASCII);
            stream.write(octets, 0, octets.length);
            String head = head(stream);
            if (!head.startsWith("HTTP/1.1 101") && !head.startsWith("HTTP/1.1 200")) {
                throw new IOException(head.lines().findFirst().orElse("no answer"));
            }
            Attachment attachment = new Attachment(stream, streams);
            attachment.reader.start();
            return attachment;
        } catch (IOException refused) {
            stream.close();
            throw refused;
        }
    }

    private static String head(LocalStream stream) throws IOException {
        StringBuilder head = new StringBuilder();
        byte[] one = new byte[1];
        while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
            stream.readFully(one);
            head.append((char) one[0]);
        }
        return head.toString();
    }

    private void copy() {
        try (toOutput;
                toErrors) {
            byte[] header = new byte[8];
            byte[] buffer = new byte[CAPACITY];
            while (streams != Streams.TERMINAL) {
                stream.readFully(header);
                boolean error = header[0] == ERRORS && streams == Streams.ALL;
                pass(ByteBuffer.wrap(header).getInt(4) & 0xffffffffL, buffer, error ? toErrors : toOutput);
            }
            // A terminal's one stream comes without frames, until it ends.
            pass(Long.MAX_VALUE, buffer, toOutput);
        } catch (IOException endedOrClosed) {
            // Nothing more comes, or nobody wants it.
        }
    }

    private void pass(long length, byte[] buffer, OutputStream to) throws IOException {
        for (long left = length; left > 0; ) {
            int count = stream.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new EOFException();
            }
            to.write(buffer, 0, count);
            to.flush();
            left -= count;
        }
    }

    InputStream output() {
        return output;
    }

    /** Ends at once where it is one with {@link #output}. */
    InputStream errors() {
        return streams == Streams.ALL ? errors : InputStream.nullInputStream();
    }

    /** The program's input; closing it ends that alone. */
    OutputStream input() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                stream.write(octets, from, length);
            }

            @Override
            public void close() throws IOException {
                stream.endOutput();
            }
        };
    }

    /** Whether all that was written has come. */
    boolean ended() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        try (output;
                errors) {
            stream.close();
        } catch (IOException closed) {
            // It is closed then.
        }
    }
}
