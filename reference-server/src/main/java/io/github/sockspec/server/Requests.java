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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The requests in one client's stream of bytes. What a single read returns says nothing about where one ends. */
final class Requests {
    private static final String UNUSABLE = "\0"; // which is in no account and in no command
    private static final Pattern BLANKS = Pattern.compile("^[ \t\r\n]+|(?<![ \t\r\n])[ \t\r\n]+\\z"); // at either end
    private static final int QUIET_MILLIS = 20;

    /** What a request ends with. */
    enum End {
        LINE_FEED,
        PAUSE
    }

    private final Socket client;
    private final End end;
    private final int maxBytes;
    private InputStream stream;

    Requests(Socket client, End end, int maxBytes) throws IOException {
        this.client = client;
        this.end = end;
        this.maxBytes = maxBytes;
        stream = new BufferedInputStream(client.getInputStream(), 1024); // small: thousands of clients may be idle
    }

    /**
     * Waits for the next request. {@return it without its end mark and the blanks around it, or null at the end of the
     * stream} One that is not valid UTF-8 comes as a NUL; so does one that is too long, and it is the last.
     */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        int mark = end == End.PAUSE ? -1 : '\n';
        int next = stream.read();
        while (next >= 0 && next != mark && request.size() <= maxBytes + 1) { // one more, for a CR
            request.write(next);
            next = end == End.PAUSE ? readUnlessQuiet() : stream.read();
        }
        if (request.size() > maxBytes + 1) {
            stream = InputStream.nullInputStream(); // for nobody knows where the next request starts
            return UNUSABLE;
        }
        // Bytes after the last line feed are no request: half of "rm -r /tmp/x" is "rm -r /".
        boolean whole = end == End.PAUSE ? request.size() > 0 : next == '\n';
        return whole ? text(request.toByteArray()) : null;
    }

    /** Nothing can make this right: a request cut by a longer pause is read as two, two that are joined as one. */
    private int readUnlessQuiet() throws IOException {
        int idleMillis = client.getSoTimeout();
        client.setSoTimeout(QUIET_MILLIS);
        try {
            return stream.read();
        } catch (SocketTimeoutException quiet) {
            return -1;
        } finally {
            client.setSoTimeout(idleMillis);
        }
    }

    private String text(byte[] bytes) {
        try {
            CharSequence text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            String request = BLANKS.matcher(text).replaceAll("");
            return request.getBytes(UTF_8).length > maxBytes ? UNUSABLE : request;
        } catch (CharacterCodingException e) {
            return UNUSABLE;
        }
    }
}
