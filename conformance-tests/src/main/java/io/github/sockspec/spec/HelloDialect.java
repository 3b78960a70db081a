package io.github.sockspec.spec;

import io.github.sockspec.bytes.Bytes;

/**
 * How a hello program differs from the reference.
 *
 * @param request the datagram that asks
 * @param reply the datagram that answers
 * @param lifetime whether the server's process goes on after a reply
 * @param answers what else is answered
 */
public record HelloDialect(Bytes request, Bytes reply, Lifetime lifetime, Answers answers) implements Dialect {
    public static final HelloDialect REFERENCE =
            new HelloDialect(Bytes.utf8("hello"), Bytes.utf8("hi"), Lifetime.MANY, Answers.ANY);

    /** Which datagrams are answered. */
    public enum Answers {
        /** Any: the course's server answers whatever it gets. */
        ANY,
        /** Only the request. */
        EXACT
    }
}
