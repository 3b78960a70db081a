package io.github.sockspec.protocol;

/** How many clients a server's process lives for; a datagram's asker counts as one. */
public enum Lifetime {
    MANY,
    /** It ends, by intent, once it has served one. */
    ONE
}
