package io.github.sockspec.server;

/** A bound on what clients may cost the server: its option, default, range and meaning. */
public enum Limit {
    LOGIN_LINE("--max-login-line", 1024, 16, 65_536, "bytes in one login request"),
    COMMAND("--max-command", 65_536, 16, 100_000, "bytes in one command line"),
    OUTPUT("--max-output", 64 << 20, 1024, 1 << 30, "bytes that one command may print"),
    CONNECTIONS("--max-connections", 6000, 1, 1_000_000, "connections of one service at a time"),
    IDLE("--idle-timeout", 300, 1, 86_400, "seconds in which a connection may move no byte"),
    STOP("--stop-timeout", 5, 0, 600, "seconds that requests under way have when the server is stopped");

    private final String option;
    private final int normal;
    private final int least;
    private final int most;
    private final String meaning;

    Limit(String option, int normal, int least, int most, String meaning) {
        this.option = option;
        this.normal = normal;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    /** {@return the command line's name for it, for example {@code --max-command}} */
    public String option() {
        return option;
    }

    /** {@return the value that holds unless another is given} */
    public int normal() {
        return normal;
    }

    /** {@return what it counts and which values are allowed, in words} */
    public String meaning() {
        return meaning + ", " + least + " to " + most + " (" + normal + ")";
    }

    boolean allows(int value) {
        return least <= value && value <= most;
    }
}
