package io.github.sockspec.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Requests without an end mark: whatever has come when the sender falls quiet for 20 ms is one. Nothing can make this
 * right. A request that is cut by a longer pause is read as two, and two that are sent at once are read as one.
 */
final class QuietReader implements RequestReader {
    private static final Duration QUIET = Duration.ofMillis(20);

    private final Connection client;
    private final int maxBytes;

    QuietReader(Connection client, int maxBytes) {
        this.client = client;
        this.maxBytes = maxBytes;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        byte[] kept = new byte[64];
        int end = 0;
        int count = client.read(kept, 0);
        if (count < 0) {
            return null;
        }
        while (count > 0) {
            end += count;
            if (end > maxBytes) {
                throw new TooLongException(maxBytes);
            }
            if (end == kept.length) {
                kept = Arrays.copyOf(kept, 2 * end);
            }
            count = client.readWithin(QUIET, kept, end);
        }
        return RequestReader.strip(kept, 0, end);
    }
}
