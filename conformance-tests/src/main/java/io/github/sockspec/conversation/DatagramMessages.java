package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.DatagramConversation.Ask;
import io.github.sockspec.protocol.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is asked of a server in datagrams, made of one conversation: each of its turns is a datagram that stands by itself.
 *
 * @param said the conversation; each turn says something
 * @param probes the one that asks whether the server still serves; something in it is due
 * @param first where the letters that differ with each datagram start to count
 */
public record DatagramMessages(Conversation said, Conversation probes, int first) {
    /** What UDP over IPv4 carries at most: 65,535 bytes less both headers. */
    public static final int LARGEST = 65_507;

    /** Linux's usual buffer of a socket, less what others may need of it. */
    private static final int BUFFER = 200_000;

    /** What a datagram takes of a buffer besides twice its bytes. */
    private static final int OVERHEAD = 1_024;

    /** How far the letters of the probe are from those of the conversation: further than any asking has datagrams. */
    private static final int FAR = 10_000;

    /** The one request of a dialect. */
    public static DatagramMessages in(Dialect dialect) {
        Conversation asks =
                Conversation.of("plain", Turn.of(dialect.octets("request"), Reply.exactly(dialect.octets("reply"))));
        return new DatagramMessages(asks, asks, 0);
    }

    /** The same with other letters where those differ with each datagram: those that belong to {@code word}. */
    public DatagramMessages lettered(String word) {
        return new DatagramMessages(said, probes, word.hashCode() & 0xFFFF);
    }

    /** The conversation that asks whether the server still serves. */
    public DatagramConversation probe() {
        return inTurn(probes.turns(), List.of(0), first + FAR);
    }

    /** The conversation by one asker. */
    public DatagramConversation plain() {
        return inTurn(said.turns(), List.of(0), first);
    }

    /** One asker's conversations, each datagram when the one before was answered. */
    public DatagramConversation lockStep(int times) {
        return inTurn(
                said.turns(), IntStream.range(0, times).mapToObj(time -> 0).toList(), first);
    }

    /** One asker, another one, and the first again, each datagram when the one before was answered. */
    public DatagramConversation alternating() {
        return inTurn(said.turns(), List.of(0, 1, 0, 1, 1, 0), first);
    }

    /** One datagram from each of {@code askers}, all at once. */
    public DatagramConversation burst(int askers) {
        return interleaved(askers, 1);
    }

    /** {@code times} datagrams of one asker, all at once. */
    public DatagramConversation repeated(int times) {
        return interleaved(1, times);
    }

    /**
     * All at once: a datagram from each of {@code askers} in turn, {@code times} times over; fewer where large ones would
     * not fit the server's buffer.
     */
    public DatagramConversation interleaved(int askers, int times) {
        int fitting = Math.max(1, BUFFER / (OVERHEAD + 2 * largest()));
        return atOnce(
                Math.min(askers * times, fitting),
                index -> ask(index % askers, index % askers + index / askers, index));
    }

    /** One datagram that may hold anything. */
    public DatagramConversation of(Bytes datagram) {
        return new DatagramConversation(List.of(List.of(Ask.of(0, datagram, Reply.nothing()))));
    }

    /** {@code times} datagrams, each of an asker that is gone when it is answered. */
    public DatagramConversation departed(int times) {
        return atOnce(times, index -> ask(index, index, index).leaving());
    }

    /** All at once: askers that stay and askers that are gone when they are answered, in turn. */
    public DatagramConversation everySecondDeparted(int askers) {
        return atOnce(
                askers,
                index -> index % 2 == 0 ? ask(index, index / 2, index).leaving() : ask(index, index / 2, index));
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

    /** Datagrams that a careless comparison takes for one of the conversation, or for its answer. */
    public List<Bytes> lookalikes() {
        return said.turns().stream()
                .flatMap(DatagramMessages::likenesses)
                .filter(datagram -> datagram.length() <= LARGEST)
                .distinct()
                .toList();
    }

    private static Stream<Bytes> likenesses(Turn turn) {
        Bytes request = turn.says();
        Stream<Bytes> likeSaid = Stream.of(
                request.slice(0, Math.max(0, request.length() - 1)),
                request.plus(Bytes.utf8("\n")),
                request.plus(Bytes.of((byte) 0)),
                request.plus(request),
                Bytes.of((byte) 0).plus(request));
        return turn.hears().equals(Reply.nothing())
                ? likeSaid
                : Stream.concat(likeSaid, Stream.of(turn.hears().canonical()));
    }

    /** The longest datagram that is said or answered, as far as that is known. */
    private int largest() {
        return said.turns().stream()
                .mapToInt(turn ->
                        Math.max(turn.says().length(), turn.hears().canonical().length()))
                .max()
                .orElse(0);
    }

    /** One asker after the other says all turns, each when the one before was answered. */
    private static DatagramConversation inTurn(List<Turn> turns, List<Integer> askers, int first) {
        List<List<Ask>> rounds = new ArrayList<>();
        for (int asker : askers) {
            for (Turn turn : turns) {
                rounds.add(List.of(FreshLetters.of(first + rounds.size()).ask(asker, turn)));
            }
        }
        return new DatagramConversation(rounds);
    }

    private static DatagramConversation atOnce(int count, IntFunction<Ask> ask) {
        return new DatagramConversation(
                List.of(IntStream.range(0, count).mapToObj(ask).toList()));
    }

    private Ask ask(int asker, int turn, int index) {
        List<Turn> turns = said.turns();
        return FreshLetters.of(first + index).ask(asker, turns.get(turn % turns.size()));
    }
}
