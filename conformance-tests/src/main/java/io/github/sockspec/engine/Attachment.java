package io.github.sockspec.engine;

import io.github.sockspec.wire.LocalStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
    private static final int ERRORS = 2;

    private final LocalStream stream;
    private final boolean frames;
    private final Conduit output = new Conduit();
    private final Conduit errors;
    private final Thread reader;

    private Attachment(LocalStream stream, Execution.Streams streams) {
        this.stream = stream;
        frames = streams != Execution.Streams.TERMINAL;
        errors = streams == Execution.Streams.ALL ? new Conduit() : output;
        reader = new Thread(this::copy, "sockspec contained program's output");
        reader.setDaemon(true);
    }

    /** Starts the execution that the engine at {@code socket} has prepared under {@code id}. */
    static Attachment start(Path socket, String id, Execution.Streams streams) throws IOException {
        LocalStream stream = LocalStream.to(socket);
        try {
            String body = "{\"Detach\":false,\"Tty\":" + (streams == Execution.Streams.TERMINAL) + "}";
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
        try {
            byte[] header = new byte[8];
            byte[] buffer = new byte[1 << 16];
            while (true) {
                long length = buffer.length;
                OutputStream to = output.sink();
                if (frames) {
                    stream.readFully(header);
                    length = ByteBuffer.wrap(header).getInt(4) & 0xffffffffL;
                    to = (header[0] == ERRORS ? errors : output).sink();
                }
                pass(length, buffer, to);
            }
        } catch (IOException endedOrClosed) {
            // Nothing more comes, or nobody wants it.
        } finally {
            output.end();
            errors.end();
        }
    }

    private void pass(long length, byte[] buffer, OutputStream to) throws IOException {
        long left = length;
        while (left > 0) {
            int count = stream.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new EOFException();
            }
            to.write(buffer, 0, count);
            left -= frames ? count : left;
        }
    }

    InputStream output() {
        return output.source();
    }

    InputStream errors() {
        return errors.source();
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
        return output.ended();
    }

    @Override
    public void close() {
        output.forget();
        errors.forget();
        try {
            stream.close();
        } catch (IOException closed) {
            // It is closed then.
        }
    }
}
