package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Shape;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A conversation seen from the server's side, in the bytes of one dialect: what a user types into the client, what the
 * client must then ask, what it is told, and what it must print of that. It knows nothing of packets.
 *
 * @param name as case names use it
 * @param exchanges in order
 * @param leaving the lines a user types when everything was had
 * @param lastAsked what a client may say on leaving; no bytes where nothing is to be said
 * @param after what the server does behind the last reply
 */
public record ServerPart(String name, List<Exchange> exchanges, List<String> leaving, Bytes lastAsked, After after) {
    /**
     * One request and its reply.
     *
     * @param typed the lines that make the client ask
     * @param asks what it must send
     * @param says the reply
     * @param marks what the reply's bytes do not show by themselves; what it repeats was kept of a request
     * @param prints what of the reply must be printed, in each form that is right; none when nothing need
     */
    public record Exchange(List<String> typed, Reply asks, Bytes says, Marks marks, List<Bytes> prints) {
        public Exchange {
            typed = List.copyOf(typed);
            prints = List.copyOf(prints);
        }

        /** Offsets inside the reply at which the protocol's own structure lies, such as a header's end. */
        public List<Integer> seams() {
            return marks.seams();
        }

        private Exchange saying(Bytes filled) {
            return new Exchange(typed, asks, filled, marks, prints);
        }

        /** This exchange with another reply, of which nothing need be printed. */
        public Exchange answered(Bytes other) {
            return new Exchange(typed, asks, other, Marks.NONE, List.of());
        }
    }

    /** What the server does behind its last reply. */
    public enum After {
        KEEPS,
        CLOSES,
        /** It keeps the connection and says nothing more: its last reply was none, and the client has to see that. */
        WAITS
    }

    public ServerPart {
        exchanges = List.copyOf(exchanges);
        leaving = List.copyOf(leaving);
    }

    /** All replies, as the one stream that a delivery cuts. */
    public Bytes said() {
        return Bytes.join(exchanges.stream().map(Exchange::says).toList());
    }

    /** Where, in that stream, the reply of exchange {@code index} starts. */
    public int start(int index) {
        return exchanges.stream()
                .limit(index)
                .mapToInt(exchange -> exchange.says().length())
                .sum();
    }

    public Shape shape() {
        return spoken().shape();
    }

    /** The replies as turns that hear nothing: what reports and deliveries know of it. */
    public Conversation spoken() {
        return Conversation.of(
                name,
                exchanges.stream()
                        .map(each -> new Conversation.Turn(each.says(), each.marks(), Reply.nothing()))
                        .toList());
    }

    /** This as it was said on one connection, with what was really sent in the place of what is filled in. */
    public ServerPart asSaid(Supplier<Bytes> sent) {
        Conversation spoken = spoken();
        if (!spoken.hasSlots()) {
            return this;
        }
        List<Conversation.Turn> said = spoken.asSaid(sent).turns();
        List<Exchange> filled = IntStream.range(0, said.size())
                .mapToObj(index -> exchanges.get(index).saying(said.get(index).says()))
                .toList();
        return new ServerPart(name, filled, leaving, lastAsked, after);
    }

    /** The lines that make the client ask once more what it asked last. */
    public List<String> again() {
        return exchanges.stream()
                .map(Exchange::typed)
                .filter(lines -> !lines.isEmpty())
                .reduce(List.of(), (one, next) -> next);
    }

    /** This as far as it is asked when the replies break off at {@code offset} of {@link #said()}. */
    public ServerPart brokenOff(int offset) {
        List<Exchange> asked = IntStream.range(0, exchanges.size())
                .filter(index -> start(index) <= offset)
                .mapToObj(exchanges::get)
                .toList();
        return new ServerPart(name, asked, leaving, lastAsked, after);
    }

    /** This without the last exchange. */
    public ServerPart withoutLast() {
        return new ServerPart(name, exchanges.subList(0, exchanges.size() - 1), leaving, lastAsked, after);
    }

    /** This with the last reply replaced by one that no client may take for a reply. */
    public ServerPart lastAnswered(Bytes reply) {
        int last = exchanges.size() - 1;
        return new ServerPart(
                name,
                Stream.concat(
                                exchanges.stream().limit(last),
                                Stream.of(exchanges.get(last).answered(reply)))
                        .toList(),
                leaving,
                lastAsked,
                After.WAITS);
    }

    /** The offsets in {@link #said()} that part a header, or a header from its body. */
    public List<Integer> headerCuts() {
        return headers(0);
    }

    /** The offsets in {@link #said()} that part a header. */
    public List<Integer> insideHeaders() {
        return headers(1);
    }

    private List<Integer> headers(int shorter) {
        return IntStream.range(0, exchanges.size())
                .boxed()
                .flatMap(index -> exchanges.get(index).seams().stream().limit(1).flatMap(seam -> IntStream.rangeClosed(
                                start(index) + 1, start(index) + seam - shorter)
                        .boxed()))
                .toList();
    }
}
