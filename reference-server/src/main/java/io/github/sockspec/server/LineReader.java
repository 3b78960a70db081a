package io.github.sockspec.server;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Requests that end with a line feed. What a read returns says nothing about where one ends: it may be a part of a
 * request, or several. So bytes are kept until a line feed has come. Those after the last one are no request: they are
 * dropped when the stream ends.
 */
final class LineReader implements RequestReader {
    private final Connection client;
    private final int maxBytes;
    private byte[] kept = new byte[64]; // an idle connection holds no more than this
    private int start; // of the first line that was not returned yet
    private int scanned; // no line feed is between start and here
    private int end;

    LineReader(Connection client, int maxBytes) {
        this.client = client;
        this.maxBytes = maxBytes;
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        while (!findLineFeed()) {
            makeRoom();
            int count = client.read(kept, end);
            if (count < 0) {
                return null;
            }
            end += count;
        }
        byte[] line = RequestReader.strip(kept, start, scanned);
        start = ++scanned;
        if (line.length > maxBytes) {
            throw new TooLongException(maxBytes);
        }
        return line;
    }

    private boolean findLineFeed() {
        while (scanned < end && kept[scanned] != '\n') {
            scanned++;
        }
        return scanned < end;
    }

    private void makeRoom() throws IOException {
        System.arraycopy(kept, start, kept, 0, end - start);
        scanned -= start;
        end -= start;
        start = 0;
        int most = maxBytes + 2; // with CR and LF
        if (end >= most) {
            throw new TooLongException(maxBytes);
        }
        if (end == kept.length) {
            kept = Arrays.copyOf(kept, Math.min(most, 2 * end));
        }
    }
}
