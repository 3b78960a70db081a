package io.github.sockspec.spec;

/** The details in which real programs of one protocol differ without being wrong, as data. */
public sealed interface Dialect permits LoginDialect, ExecDialect, HelloDialect, DigestDialect {
    /** The reference dialect of {@code protocol}. */
    static Dialect reference(Protocol protocol) {
        return switch (protocol.word()) {
            case "login" -> LoginDialect.REFERENCE;
            case "exec" -> ExecDialect.REFERENCE;
            case "hello" -> HelloDialect.REFERENCE;
            default -> DigestDialect.REFERENCE;
        };
    }

    /** Whether a request that arrives cut or joined has one right answer; false only where nothing ends a request. */
    default boolean cuttable() {
        return true;
    }

    /** How many clients a server of it lives for. */
    default Lifetime lifetime() {
        return Lifetime.MANY;
    }
}
