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
 * that many bytes; a chunk of length 0 ends it. The reply is the MD5 of all the chunks' bytes, 32 lower-case
 * hexadecimal digits. A negative length, or a stream that ends inside a message, gets no digest but a close (DIGEST-5).
 */
final class DigestServer implements ReferenceServer.Protocol {
    @Override
    public void serve(Socket client) throws IOException, NoSuchAlgorithmException {
        DataInputStream stream = new DataInputStream(new BufferedInputStream(client.getInputStream(), 1024));
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] piece = new byte[8192]; // all that is held of a message (DIGEST-6)
        int length;
        do {
            length = Integer.reverseBytes(stream.readInt()); // all four bytes, however they are cut
            for (int left = length; left > 0; left -= piece.length) {
                int count = Math.min(left, piece.length);
                stream.readFully(piece, 0, count);
                md5.update(piece, 0, count);
            }
            if (length == 0) {
                String digits = HexFormat.of().formatHex(md5.digest()); // which starts the next message afresh
                client.getOutputStream().write(digits.getBytes(US_ASCII));
            }
        } while (length >= 0);
    }
}
