package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
 * @param due what the client that has had all owes its user
 */
public record ServerPart(
        String name, List<Exchange> exchanges, List<String> leaving, Bytes lastAsked, After after, Due due) {
    /**
     * One request and its reply.
     *
     * @param typed the lines that make the client ask
     * @param asks what it must send
     * @param says the reply
     * @param marks what the reply's bytes do not show by themselves; what it repeats was kept of a request
     * @param header how many bytes of the reply are a header, which is printed by nobody; 0 where that is not known
     * @param prints what of the reply must be printed, in each form that is right; none when nothing need
     */
    public record Exchange(List<String> typed, Reply asks, Bytes says, Marks marks, int header, List<Bytes> prints) {
        public Exchange {
            typed = List.copyOf(typed);
            prints = List.copyOf(prints);
        }

        /** One whose reply shows itself, and of which nothing need be printed. */
        public static Exchange of(List<String> typed, Reply asks, Bytes says) {
            return new Exchange(typed, asks, says, Marks.NONE, 0, List.of());
        }

        /** The same with {@code seams} in the reply, the first of which is its header's end; none where it has no header. */
        public Exchange headed(List<Integer> seams) {
            return new Exchange(typed, asks, says, Marks.seams(seams), seams.isEmpty() ? 0 : seams.get(0), prints);
        }

        /** The same where one of {@code forms} must be printed. */
        public Exchange printing(List<Bytes> forms) {
            return new Exchange(typed, asks, says, marks, header, forms);
        }

        private Exchange saying(Bytes filled) {
            return new Exchange(typed, asks, filled, marks, header, prints);
        }

        /** This exchange with another reply, of which nothing need be printed. */
        public Exchange answered(Bytes other) {
            return of(typed, asks, other);
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

    /** What of that stream is kept of a request before. */
    public List<Marks.Slot> kept() {
        return IntStream.range(0, exchanges.size())
                .boxed()
                .flatMap(index -> exchanges.get(index).marks().slots().stream().map(slot -> slot.movedBy(start(index))))
                .toList();
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

    /**
     * The same shape, with a barrier wherever no more than these many replies are owed.
     *
     * @param owed how many replies may be joined, each time; all together they are all
     */
    public Shape shapeOwed(List<Integer> owed) {
        List<Integer> barriers = new ArrayList<>();
        int index = 0;
        for (int together : owed.subList(0, owed.size() - 1)) {
            index += together;
            barriers.add(start(index));
        }
        // What repeats a request is no bar here: these replies are said when their requests were heard.
        Shape shape = spoken(Marks::withoutSlots).shape();
        return new Shape(
                shape.messages(),
                shape.seams(),
                barriers.stream()
                        .filter(at -> at > 0 && at < shape.length())
                        .distinct()
                        .toList(),
                shape.atomic());
    }

    /** The replies as turns that hear nothing: what reports know of it. */
    public Conversation spoken() {
        return spoken(marks -> marks);
    }

    private Conversation spoken(UnaryOperator<Marks> marks) {
        return Conversation.of(
                name,
                exchanges.stream()
                        .map(each -> new Conversation.Turn(each.says(), marks.apply(each.marks()), Reply.nothing()))
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
        return new ServerPart(name, filled, leaving, lastAsked, after, due);
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
        return new ServerPart(name, asked, leaving, lastAsked, after, due);
    }

    /** This without the last exchange. */
    public ServerPart withoutLast() {
        return new ServerPart(name, exchanges.subList(0, exchanges.size() - 1), leaving, lastAsked, after, due);
    }

    /** This with that due. */
    public ServerPart due(Due other) {
        return new ServerPart(name, exchanges, leaving, lastAsked, after, other);
    }

    /** This up to the last reply that has bytes; nothing where none has. */
    public Optional<ServerPart> upToLastReply() {
        return IntStream.range(0, exchanges.size())
                .filter(index -> !exchanges.get(index).says().isEmpty())
                .boxed()
                .reduce((one, later) -> later)
                .map(last -> new ServerPart(name, exchanges.subList(0, last + 1), leaving, lastAsked, after, due));
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
                After.WAITS,
                due);
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
                .flatMap(index -> IntStream.rangeClosed(
                                start(index) + 1,
                                start(index) + exchanges.get(index).header() - shorter)
                        .boxed())
                .toList();
    }
}
