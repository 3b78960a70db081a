package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
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
final class DigestServer implements Listener.Protocol {
    private static final int PIECE_BYTES = 64 * 1024; // what is held of a chunk at a time (DIGEST-6)

    @Override
    public void serve(Socket client) throws IOException {
        DataInputStream stream = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        MessageDigest md5 = md5();
        for (int length = header(stream); length >= 0; length = header(stream)) {
            if (length == 0) {
                client.getOutputStream()
                        .write(HexFormat.of().formatHex(md5.digest()).getBytes(US_ASCII)); // the next one starts afresh
            }
            digest(stream, length, md5);
        }
    }

    private static int header(DataInputStream stream) throws IOException {
        return Integer.reverseBytes(stream.readInt()); // Java reads big-endian; however it is cut, all four bytes
    }

    private static void digest(DataInputStream stream, int length, MessageDigest md5) throws IOException {
        byte[] piece = new byte[Math.min(length, PIECE_BYTES)];
        for (int left = length; left > 0; ) {
            int count = stream.read(piece, 0, Math.min(left, piece.length));
            if (count < 0) {
                throw new EOFException("the stream ends inside a chunk");
            }
            md5.update(piece, 0, count);
            left -= count;
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
