package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** The requests in one client's stream of bytes. What a single read returns says nothing about where one ends. */
final class Requests {
    private static final String UNUSABLE = "\0"; // which is in no account and in no command
    private static final String BLANKS = " \t\r\n";
    private static final int QUIET_MILLIS = 20;

    private final Socket client;
    private final InputStream stream;
    private final boolean endWithPause;
    private final int maxBytes;
    private boolean lost;

    Requests(Socket client, boolean endWithPause, int maxBytes) throws IOException {
        this.client = client;
        this.endWithPause = endWithPause;
        this.maxBytes = maxBytes;
        stream = new BufferedInputStream(client.getInputStream(), 1024); // small: thousands of clients may be idle
    }

    /**
     * Waits for the next request. One that is not valid UTF-8 comes as a NUL; so does one that is too long, and it is the
     * last, for nobody knows where the next one starts.
     *
     * @return the request without its end mark and the blanks around it, or null at the end of the stream
     */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        boolean whole = !lost && (endWithPause ? readUntilPause(request) : readLine(request));
        lost = request.size() > maxBytes + 1; // one more, for a CR
        if (lost) {
            return UNUSABLE; // even if what was read of it would make sense
        }
        return whole ? text(request.toByteArray()) : null;
    }

    /** Bytes after the last line feed are no request: half of {@code rm -r /tmp/x} is {@code rm -r /}. */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        for (int next = stream.read(); next != '\n' && line.size() <= maxBytes + 1; next = stream.read()) {
            if (next < 0) {
                return false;
            }
            line.write(next);
        }
        return true;
    }

    /** Nothing can make this right: a request cut by a longer pause is read as two, two that are joined as one. */
    private boolean readUntilPause(ByteArrayOutputStream request) throws IOException {
        int idleMillis = client.getSoTimeout();
        try {
            for (int next = stream.read(); next >= 0 && request.size() <= maxBytes + 1; next = stream.read()) {
                request.write(next);
                client.setSoTimeout(QUIET_MILLIS);
            }
        } catch (SocketTimeoutException quiet) {
            client.setSoTimeout(idleMillis);
        }
        return request.size() > 0;
    }

    private String text(byte[] bytes) {
        int from = 0;
        int to = bytes.length;
        while (from < to && BLANKS.indexOf(bytes[from]) >= 0) {
            from++;
        }
        while (from < to && BLANKS.indexOf(bytes[to - 1]) >= 0) {
            to--;
        }
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
            return to - from > maxBytes ? UNUSABLE : text;
        } catch (CharacterCodingException e) {
            return UNUSABLE;
        }
    }
}
