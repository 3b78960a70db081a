package io.github.sockspec.conversation;

import java.util.List;

/**
 * The accounts a login server has: the fixture's, or a manifest's own {@code credentials}, which then stand in for the
 * fixture's first four, in order.
 */
public record Accounts(List<Pair> own) {
    /** The fixture's accounts. */
    public static final Accounts FIXTURE = new Accounts(List.of());

    private static final List<String> STAND_INS = List.of("chen", "zhang", "liu", "du");

    /** A name and its password. */
    public record Pair(String user, String password) {}

    public Accounts {
        own = List.copyOf(own);
    }

    /**
     * The pair that a conversation's {@code user} and {@code password} stand for.
     *
     * @param valid whether the conversation means it to be accepted
     * @throws NotInDialect when a server with accounts of its own has none that could stand in
     */
    Pair resolve(String user, String password, boolean valid) {
        if (own.isEmpty()) {
            return new Pair(user, password);
        }
        int index = STAND_INS.indexOf(user);
        if (index >= own.size() || (index < 0 && valid)) {
            throw new NotInDialect("the server has accounts of its own, and none stands in for " + user);
        }
        if (index < 0) {
            return new Pair(user, password);
        }
        Pair mine = own.get(index);
        return valid ? mine : new Pair(mine.user(), mine.password() + "-not");
    }

    /** The pair that a plain conversation uses. */
    public Pair first() {
        return own.isEmpty() ? new Pair("chen", "123") : own.get(0);
    }
}
