package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * LOGIN: a request is {@code user|password}, its reply {@code success} or {@code fail} with no terminator. A client may
 * try as often as it likes on one connection (LOGIN-2). A malformed request is answered {@code fail} (LOGIN-5); so is
 * one that is too long, and then the connection is closed (LOGIN-7).
 */
final class LoginServer implements Listener.Protocol {
    private static final byte[] SUCCESS = "success".getBytes(US_ASCII);
    private static final byte[] FAIL = "fail".getBytes(US_ASCII);

    private final ServerOptions options;
    private final Accounts accounts;

    LoginServer(ServerOptions options) throws IOException {
        this.options = options;
        Path file = options.accounts();
        if (file == null) {
            throw new IllegalArgumentException("--login needs --accounts FILE");
        }
        accounts = new Accounts(file, options.notices());
    }

    @Override
    public void serve(Connection client) throws IOException {
        RequestReader requests = options.framing().reader(client, options.limit(Limit.LOGIN_LINE));
        try {
            for (byte[] request = requests.next(); request != null; request = requests.next()) {
                client.send(isAccount(Utf8.decode(request)) ? SUCCESS : FAIL);
            }
        } catch (RequestReader.TooLongException e) {
            client.send(FAIL);
        }
    }

    private boolean isAccount(@Nullable String request) {
        if (request == null) {
            return false;
        }
        int separator = request.indexOf('|');
        boolean single = separator == request.lastIndexOf('|');
        return separator > 0
                && single
                && accounts.hold(request.substring(0, separator), request.substring(separator + 1));
    }
}
