package io.github.sockspec.conversation;

/** A conversation that a dialect has no way to say; its message is the reason a report gives. */
public final class NotInDialect extends RuntimeException {
    public NotInDialect(String reason) {
        super(reason);
    }
}
