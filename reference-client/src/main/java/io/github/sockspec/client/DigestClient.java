package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Has a server compute MD5 over TCP: sends chunks, each a 4-byte little-endian length and that many bytes, the last one
 * of length 0; reads 32 lower-case hexadecimal digits.
 */
public final class DigestClient extends TcpClient {
    private static final int CHUNK = 64 * 1024;

    /** Connects, and sends nothing yet. */
    public DigestClient(InetSocketAddress server, Timeouts timeouts) throws IOException {
        super(server, timeouts);
    }

    /** Sends {@code content} to its end, any length in bounded memory; returns the server's digits (DIGEST-C1). */
    public String digest(InputStream content) throws IOException {
        send(content);
        return readDigits();
    }

    private void send(InputStream content) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        long offset = 0;
        int length;
        do { // the content's end reads as 0 bytes: the chunk that ends the message
            length = content.readNBytes(chunk.array(), Integer.BYTES, CHUNK);
            send(
                    "the chunk for offset " + offset + "",
                    chunk.clear().putInt(0, length).limit(Integer.BYTES + length));
            offset += length;
        } while (length > 0);
    }

    /** Looks at digits as they come (DIGEST-C2): after a wrong one the rest may never come (DIGEST-C3). */
    private String readDigits() throws IOException {
        begin("the 32 digits");
        byte[] digits = new byte[32];
        for (int have = 0; have < digits.length; ) {
            have += read(digits, have, digits.length - have);
            if (!new String(digits, 0, have, US_ASCII).matches("[0-9a-f]*")) {
                throw unexpected(digits, have, "lower-case hexadecimal digits");
            }
        }
        return new String(digits, US_ASCII);
    }
}
