package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation.Ask;
import io.github.sockspec.protocol.Dialect;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is asked of a server in datagrams, in the words of one dialect. */
public record DatagramMessages(Dialect dialect) {
    /** What UDP over IPv4 carries at most: 65,535 bytes less both headers. */
    public static final int LARGEST = 65_507;

    /** One request. */
    public DatagramConversation plain() {
        return rounds(List.of(List.of(ask(0))));
    }

    /** One asker's requests, each when the one before was answered. */
    public DatagramConversation lockStep(int times) {
        return rounds(
                IntStream.range(0, times).mapToObj(time -> List.of(ask(0))).toList());
    }

    /** One asker, another one, and the first again, each when the one before was answered. */
    public DatagramConversation alternating() {
        return rounds(
                Stream.of(0, 1, 0, 1, 1, 0).map(asker -> List.of(ask(asker))).toList());
    }

    /** One request from each of {@code askers}, all at once. */
    public DatagramConversation burst(int askers) {
        return interleaved(askers, 1);
    }

    /** {@code times} requests of one asker, all at once. */
    public DatagramConversation repeated(int times) {
        return interleaved(1, times);
    }

    /** All at once: a request from each of {@code askers} in turn, {@code times} times over. */
    public DatagramConversation interleaved(int askers, int times) {
        return rounds(List.of(IntStream.range(0, askers * times)
                .mapToObj(index -> ask(index % askers))
                .toList()));
    }

    /** One datagram that may hold anything. */
    public DatagramConversation of(Bytes datagram) {
        return rounds(List.of(List.of(Ask.of(0, datagram))));
    }

    /** {@code times} requests, each of an asker that is gone when it is answered. */
    public DatagramConversation departed(int times) {
        return rounds(List.of(IntStream.range(0, times)
                .mapToObj(asker -> ask(asker).leaving())
                .toList()));
    }

    /** All at once: askers that stay and askers that are gone when they are answered, in turn. */
    public DatagramConversation everySecondDeparted(int askers) {
        return rounds(List.of(IntStream.range(0, askers)
                .mapToObj(asker -> asker % 2 == 0 ? ask(asker).leaving() : ask(asker))
                .toList()));
    }

    /** Datagrams of every size that something changes at: none, few, a page, an Ethernet frame's content, the largest. */
    public static List<Bytes> sizes() {
        return IntStream.of(0, 1, 2, 3, 1_472, 1_473, 8_192, LARGEST)
                .mapToObj(size -> Bytes.repeat(Bytes.utf8("a"), size))
                .toList();
    }

    /** {@code count} datagrams of up to 64 arbitrary bytes; the same seed gives the same ones. */
    public static List<Bytes> arbitrary(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> {
                    byte[] octets = new byte[random.nextInt(65)];
                    random.nextBytes(octets);
                    return Bytes.of(octets);
                })
                .limit(count)
                .toList();
    }

    /** Datagrams that a careless comparison takes for the request, or for the reply. */
    public List<Bytes> lookalikes() {
        Bytes request = dialect.octets("request");
        return List.of(
                request.slice(0, Math.max(0, request.length() - 1)),
                request.plus(Bytes.utf8("\n")),
                request.plus(Bytes.of((byte) 0)),
                request.plus(request),
                Bytes.of((byte) 0).plus(request),
                dialect.octets("reply"));
    }

    private Ask ask(int asker) {
        return Ask.of(asker, dialect.octets("request"));
    }

    private DatagramConversation rounds(List<List<Ask>> rounds) {
        return new DatagramConversation(dialect.octets("request"), dialect.octets("reply"), rounds);
    }
}
