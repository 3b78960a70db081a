package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.util.Arrays;

/** Logs in over TCP: sends {@code user|password} LF, reads {@code success} or {@code fail}, as often as wanted. */
public final class LoginClient extends TcpClient {
    private static final byte[] SUCCESS = "success".getBytes(US_ASCII);
    private static final byte[] FAIL = "fail".getBytes(US_ASCII);

    /** Connects, and sends nothing yet. */
    public LoginClient(InetSocketAddress server, Timeouts timeouts) throws IOException {
        super(server, timeouts);
    }

    /** Asks once, in UTF-8; true for {@code success}. After {@code fail}, ask again (LOGIN-C1, LOGIN-C3). */
    public boolean login(String user, String password) throws IOException {
        return login(user + "|" + password, UTF_8);
    }

    /** The first byte of a reply tells which one it must be, and so how many bytes belong to it (LOGIN-C2). */
    boolean login(String request, Charset charset) throws IOException {
        sendLine("the request", request, charset);
        begin("the reply");
        byte[] reply = new byte[SUCCESS.length];
        int length = read(reply, 0, 1);
        byte[] word = reply[0] == SUCCESS[0] ? SUCCESS : FAIL;
        while (Arrays.equals(reply, 0, length, word, 0, length)) {
            if (length == word.length) {
                return word == SUCCESS;
            }
            length += read(reply, length, word.length - length);
        }
        throw unexpected(reply, length, "'success' or 'fail'");
    }
}
