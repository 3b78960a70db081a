package io.github.sockspec.spec;

import io.github.sockspec.bytes.Bytes;

/**
 * How a login program differs from the reference.
 *
 * @param request what ends a request, and its encoding
 * @param separator what stands between user and password
 * @param success the reply to a right pair
 * @param fail the reply to any other
 * @param attempts how many a connection allows
 * @param closes who ends the connection
 * @param lifetime how many clients a server's process lives for
 */
public record LoginDialect(
        RequestFraming request,
        String separator,
        Bytes success,
        Bytes fail,
        Attempts attempts,
        Closer closes,
        Lifetime lifetime)
        implements Dialect {
    public static final LoginDialect REFERENCE = new LoginDialect(
            RequestFraming.LINES,
            "|",
            Bytes.utf8("success"),
            Bytes.utf8("fail"),
            Attempts.MANY,
            Closer.CLIENT,
            Lifetime.MANY);

    /** Attempts on one connection. */
    public enum Attempts {
        MANY,
        ONE
    }

    /** Who ends a connection that has done its work. */
    public enum Closer {
        CLIENT,
        SERVER
    }

    public LoginDialect {
        if (success.hasAt(0, fail)) {
            throw new IllegalArgumentException(
                    "neither reply may be a prefix of the other: success " + success + ", fail " + fail);
        }
    }

    /** The text {@code user separator password}, not yet framed. */
    public Bytes pair(String user, String password) {
        return Bytes.text(user + separator + password, request.charset());
    }

    @Override
    public boolean cuttable() {
        return request.ends() != RequestEnd.NOTHING;
    }
}
