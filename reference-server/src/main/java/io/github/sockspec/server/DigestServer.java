package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * DIGEST: a message is a row of chunks, each a header of four bytes, its length as a little-endian signed integer, and
 * that many bytes; a chunk of length 0 ends it. The reply is the MD5 of all the chunks' bytes as 32 lower-case
 * hexadecimal digits with no terminator. A negative length, or the end of the stream inside a message, closes the
 * connection without a digest (DIGEST-5). No chunk is ever held whole, so none is too long (DIGEST-6).
 */
final class DigestServer implements Listener.Protocol {
    private static final int BUFFER_BYTES = 64 * 1024;

    @Override
    public void serve(Connection client) throws IOException {
        Chunks chunks = new Chunks(client);
        MessageDigest md5 = md5();
        for (int length = chunks.header(); length >= 0; length = chunks.header()) {
            if (length == 0) {
                client.send(HexFormat.of().formatHex(md5.digest()).getBytes(US_ASCII)); // and starts the next message
            } else {
                chunks.body(length, md5);
            }
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Headers and bodies out of a stream that is cut anywhere. */
    private static final class Chunks {
        private final Connection client;
        private byte[] kept = new byte[Integer.BYTES]; // a connection that has said nothing yet costs no more
        private int start;
        private int end;

        Chunks(Connection client) {
            this.client = client;
        }

        /** {@return the next chunk's length, or -1 at the end of the stream} */
        int header() throws IOException {
            while (end - start < Integer.BYTES) {
                if (!readMore()) {
                    return -1;
                }
            }
            ByteBuffer header = ByteBuffer.wrap(kept, start, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            start += Integer.BYTES;
            return header.getInt();
        }

        /** Digests the next bytes, fewer when the stream ends before. */
        void body(int length, MessageDigest md5) throws IOException {
            int left = length;
            while (left > 0 && (start < end || readMore())) {
                int count = Math.min(left, end - start);
                md5.update(kept, start, count);
                start += count;
                left -= count;
            }
        }

        private boolean readMore() throws IOException {
            byte[] room = end > 0 && kept.length < BUFFER_BYTES ? new byte[BUFFER_BYTES] : kept;
            System.arraycopy(kept, start, room, 0, end - start);
            kept = room;
            end -= start;
            start = 0;
            int count = client.read(kept, end);
            end += Math.max(0, count);
            return count >= 0;
        }
    }
}
