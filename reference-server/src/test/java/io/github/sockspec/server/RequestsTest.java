package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    private static final byte[] PAUSE = {};

    /** A stream whose every read returns one of these pieces, or times out. */
    private static final class Pieces extends InputStream {
        private final Deque<byte[]> pieces;

        Pieces(List<byte[]> pieces) {
            this.pieces = new ArrayDeque<>(pieces);
        }

        @Override
        public int read() {
            throw new AssertionError("requests are read in blocks");
        }

        @Override
        public int read(byte[] into, int from, int atMost) throws IOException {
            if (pieces.isEmpty()) {
                return -1;
            }
            byte[] piece = pieces.remove();
            if (piece.length == 0) {
                throw new SocketTimeoutException();
            }
            System.arraycopy(piece, 0, into, from, piece.length);
            return piece.length;
        }
    }

    private static Requests requests(Requests.End end, int maxBytes, List<byte[]> pieces) throws IOException {
        Socket client = mock(Socket.class);
        when(client.getInputStream()).thenReturn(new Pieces(pieces));
        return new Requests(client, end, maxBytes);
    }

    private static List<String> all(Requests requests) throws IOException {
        List<String> all = new ArrayList<>();
        for (String request = requests.next(); request != null; request = requests.next()) {
            all.add(request);
        }
        return all;
    }

    private static List<String> lines(String... pieces) throws IOException {
        return all(requests(
                Requests.End.LINE_FEED,
                20,
                Arrays.stream(pieces).map(p -> p.getBytes(UTF_8)).toList()));
    }

    @Test
    void next_everyCompositionOfTwoRequests_readsTheSameTwo() throws IOException {
        byte[] bytes = "é|1\nb|2\r\nx".getBytes(UTF_8);
        for (int cuts = 0; cuts < 1 << (bytes.length - 1); cuts++) {
            List<byte[]> pieces = new ArrayList<>();
            int start = 0;
            for (int end = 1; end <= bytes.length; end++) {
                if (end == bytes.length || (cuts >> (end - 1) & 1) == 1) {
                    pieces.add(Arrays.copyOfRange(bytes, start, end));
                    start = end;
                }
            }
            assertEquals(
                    List.of("é|1", "b|2"),
                    all(requests(Requests.End.LINE_FEED, 20, pieces)),
                    "cuts " + Integer.toBinaryString(cuts));
        }
    }

    @Test
    void next_blanksAndCarriageReturn_areIgnoredAroundButNotInside() throws IOException {
        assertEquals(List.of("a b", "c\rd", ""), lines(" \ta b\t \r\n", "c\rd\n", " \t\r\n"));
    }

    @Test
    void next_othersThatLookLikeBlanks_arePartOfIt() throws IOException {
        assertEquals(List.of("\u3000a\f"), lines("\u3000a\f \n"));
    }

    @Test
    void next_manyBlanksInside_areKept() throws IOException {
        String line = "a" + " ".repeat(1_000_000) + "b";
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += 1024) {
            pieces.add(Arrays.copyOfRange(bytes, from, Math.min(from + 1024, bytes.length)));
        }
        assertEquals(List.of(line), all(requests(Requests.End.LINE_FEED, bytes.length, pieces)));
    }

    @Test
    void next_bytesAfterTheLastLineFeed_areNoRequest() throws IOException {
        assertEquals(List.of("echo a"), lines("echo a\nrm -r /"));
        assertEquals(List.of(), lines("rm -r /"));
    }

    @Test
    void next_exactlyAsLongAsAllowed_isReadWithAndWithoutCarriageReturn() throws IOException {
        String longest = "x".repeat(20);
        assertEquals(List.of(longest, longest, "y"), lines(longest + "\n", longest + "\r\n", "y\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23, 1000})
    void next_tooLong_comesAsNulInsteadOfItsFirstPart(int length) throws IOException {
        List<String> read = lines("x".repeat(length) + "\n");
        assertEquals("\0", read.get(0));
    }

    @Test
    void next_tooLongWithoutEnd_isTheLastRequest() throws IOException {
        assertEquals(List.of("\0"), lines("x".repeat(500), "y\nz\n"));
    }

    @Test
    void next_usablePrefixOfTooLong_isNotARequest() throws IOException {
        assertEquals(List.of("\0"), lines("a|b" + " ".repeat(500) + "c\n"));
    }

    @Test
    void next_invalidUtf8_comesAsNulAndTheNextOneIsRead() throws IOException {
        byte[] bytes = {(byte) 0xff, '\n', 'o', 'k', '\n'};
        assertEquals(List.of("\0", "ok"), all(requests(Requests.End.LINE_FEED, 20, List.of(bytes))));
    }

    @Test
    void next_endWithPause_takesWhatCameBeforeThePause() throws IOException {
        List<byte[]> pieces = List.of("ch".getBytes(UTF_8), "en|1".getBytes(UTF_8), PAUSE, "du|4".getBytes(UTF_8));
        assertEquals(List.of("chen|1", "du|4"), all(requests(Requests.End.PAUSE, 20, pieces)));
    }

    @Test
    void next_endWithPauseTooLong_comesAsNulAndIsTheLast() throws IOException {
        Requests requests =
                requests(Requests.End.PAUSE, 20, List.of("x".repeat(50).getBytes(UTF_8), PAUSE, "y".getBytes(UTF_8)));
        assertEquals("\0", requests.next());
        assertNull(requests.next());
    }
}
