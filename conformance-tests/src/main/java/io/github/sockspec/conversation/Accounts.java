package io.github.sockspec.conversation;

import java.util.List;

/**
 * The accounts a login server has: the fixture's, or a manifest's own {@code credentials}, which then stand in for the
 * fixture's first four, in order.
 */
public record Accounts(List<Pair> own) {
    /** The fixture's accounts. */
    public static final Accounts FIXTURE = new Accounts(List.of());

    /** What the fixture has in the place of a manifest's own, in order. */
    private static final List<Pair> STAND_INS =
            List.of(new Pair("chen", "123"), new Pair("zhang", "123"), new Pair("liu", "456"), new Pair("du", "456"));

    /** What is put behind a text to make another of it: the first that does not belong to the separator. */
    private static final List<String> FILLERS = List.of("4", "x", "z", "7");

    /** A name and its password. */
    public record Pair(String user, String password) {}

    public Accounts {
        own = List.copyOf(own);
    }

    /**
     * The account that the fixture's stands for.
     *
     * @throws NotInDialect when a server with accounts of its own has none that could stand in
     */
    Pair right(String user, String password) {
        if (own.isEmpty()) {
            return new Pair(user, password);
        }
        int index = STAND_INS.indexOf(new Pair(user, password));
        if (index < 0 || index >= own.size()) {
            throw new NotInDialect("the server has accounts of its own, and none stands in for " + user);
        }
        return own.get(index);
    }

    /**
     * The wrong pair that the fixture's stands for. Of a server with accounts of its own, the name is one of them where it
     * is one of the fixture's, and differs from it as far as it does there; so does the password. What comes of that is no
     * account of the server, whichever it has.
     *
     * @param separator what neither may hold
     */
    Pair wrong(Pair written, String separator) {
        if (own.isEmpty()) {
            return written;
        }
        String filler = FILLERS.stream()
                .filter(each -> !separator.contains(each))
                .findFirst()
                .orElse("-");
        int index = STAND_INS.stream().map(Pair::user).toList().indexOf(written.user());
        boolean known = index >= 0 && index < own.size();
        Pair theirs = STAND_INS.get(known ? index : 0);
        Pair mine = own.get(known ? index : 0);
        String user = known ? mine.user() : alike(written.user(), theirs.user(), mine.user());
        String password = alike(written.password(), theirs.password(), mine.password());
        while (!known && own.stream().map(Pair::user).anyMatch(user::equals)) {
            user += filler;
        }
        while (known && (password.isBlank() || isAccount(user, password))) {
            password += filler;
        }
        return new Pair(user, password);
    }

    /** What is to {@code mine} as {@code written} is to {@code theirs}: the same, longer, shorter, or something else. */
    private static String alike(String written, String theirs, String mine) {
        int longer = written.length() - theirs.length();
        if (written.startsWith(theirs)) {
            return mine + written.substring(theirs.length());
        }
        return theirs.startsWith(written) && mine.length() + longer > 0
                ? mine.substring(0, mine.length() + longer)
                : written;
    }

    /** Whether such a pair is known, with or without the blanks at the ends of what is asked. */
    private boolean isAccount(String user, String password) {
        return own.stream()
                .anyMatch(each -> each.user().strip().equals(user.strip())
                        && each.password().strip().equals(password.strip()));
    }

    /** The pair that a plain conversation uses. */
    public Pair first() {
        return own.isEmpty() ? new Pair("chen", "123") : own.get(0);
    }
}
