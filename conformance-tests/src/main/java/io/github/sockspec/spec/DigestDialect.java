package io.github.sockspec.spec;

/** Digest has one dialect: {@code i32le} chunks ended by a zero chunk. */
public record DigestDialect() implements Dialect {
    public static final DigestDialect REFERENCE = new DigestDialect();
}
