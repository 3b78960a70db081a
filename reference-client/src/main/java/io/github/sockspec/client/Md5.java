package io.github.sockspec.client;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** MD5 as 32 lower-case hexadecimal digits: to compare contents, not to protect anything. */
public final class Md5 {
    private Md5() {}

    /** Digests a file of any length in bounded memory, whether it has lines or not (DIGEST-T1, DIGEST-T2). */
    public static String of(Path file) throws IOException {
        try (DigestInputStream content = observe(new FileInputStream(file.toFile()))) {
            content.transferTo(OutputStream.nullOutputStream());
            return of(content);
        }
    }

    /** A stream that is digested while somebody reads it. */
    static DigestInputStream observe(InputStream content) {
        try {
            return new DigestInputStream(content, MessageDigest.getInstance("MD5"));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5", e);
        }
    }

    /** The digest of all that was read. */
    static String of(DigestInputStream content) {
        return HexFormat.of().formatHex(content.getMessageDigest().digest());
    }
}
