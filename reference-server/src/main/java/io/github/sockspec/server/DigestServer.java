package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * DIGEST: a message is a row of chunks, each a header of four bytes, its length as a little-endian signed integer, and
 * that many bytes; a chunk of length 0 ends it. The reply is the MD5 of all the chunks' bytes, 32 lower-case hexadecimal
 * digits. A negative length, or a stream that ends inside a message, gets no digest but a close (DIGEST-5).
 */
final class DigestServer implements ReferenceServer.Protocol {
    private static final int PIECE_BYTES = 64 * 1024; // what is held of a chunk at a time (DIGEST-6)

    @Override
    public void serve(Socket client) throws IOException {
        DataInputStream stream = new DataInputStream(new BufferedInputStream(client.getInputStream(), 1024));
        MessageDigest md5 = md5();
        byte[] piece = new byte[1024]; // enough for a client that says little
        for (int length = header(stream); length >= 0; length = header(stream)) {
            if (length == 0) {
                String digits = HexFormat.of().formatHex(md5.digest()); // which starts the next message afresh
                client.getOutputStream().write(digits.getBytes(US_ASCII));
            }
            if (length > piece.length && piece.length < PIECE_BYTES) {
                piece = new byte[PIECE_BYTES]; // once: memory does not grow with the number of chunks either
            }
            for (int left = length; left > 0; left -= piece.length) {
                int count = Math.min(left, piece.length);
                stream.readFully(piece, 0, count);
                md5.update(piece, 0, count);
            }
        }
    }

    private static int header(DataInputStream stream) throws IOException {
        return Integer.reverseBytes(stream.readInt()); // all four bytes, however they are cut; Java's are big-endian
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
