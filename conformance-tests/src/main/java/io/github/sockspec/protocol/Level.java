package io.github.sockspec.protocol;

/** How binding a clause is, as in RFC 2119. */
public enum Level {
    MUST,
    SHOULD,
    MAY
}
