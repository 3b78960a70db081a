package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import java.util.List;
import java.util.Optional;

/**
 * One occasion: what was said, how it travelled, and what was asked of the program. It is all that anybody needs to have the
 * same occasion again, with this suite or without it.
 */
public sealed interface Occasion {
    /** What the harness wrote, or was to write: each write of a stream, or each datagram. */
    List<Bytes> writes();

    /** How the stream ended; datagrams have no end. */
    default Ending ending() {
        return Ending.KEEP;
    }

    /** How long was waited at a cut. */
    default Delivery.Pace pace() {
        return Delivery.Pace.PROMPT;
    }

    /** Said to a server over one connection. Where something was said afterwards, only its answers count. */
    record Asked(Conversation said, Delivery delivery, Besides besides) implements Occasion {
        @Override
        public List<Bytes> writes() {
            return delivery.segments(said.said());
        }

        @Override
        public Ending ending() {
            return delivery.ending();
        }

        @Override
        public Delivery.Pace pace() {
            return delivery.pace();
        }

        /** The same, with another client's conversation behind it, whose answers count. */
        public Asked then(Conversation plain) {
            return new Asked(
                    said,
                    delivery,
                    new Besides(besides.before(), besides.meanwhile(), List.of(plain), besides.behind()));
        }
    }

    /**
     * What went on beside the one connection, each on a connection of its own.
     *
     * @param before what had to be answered first
     * @param meanwhile what had been said on connections that stayed open, and had not been read from, all the while
     * @param afterwards what had to be answered behind it
     * @param behind what cleared up, whatever came of it
     */
    record Besides(
            List<Conversation> before,
            List<Bytes> meanwhile,
            List<Conversation> afterwards,
            List<Conversation> behind) {
        public static final Besides NOTHING = new Besides(List.of(), List.of(), List.of(), List.of());

        public Besides {
            before = List.copyOf(before);
            meanwhile = List.copyOf(meanwhile);
            afterwards = List.copyOf(afterwards);
            behind = List.copyOf(behind);
        }
    }

    /** Served to a client, in a server's place. */
    record Served(ServerPart serverPart, Delivery delivery, Terms terms) implements Occasion {
        @Override
        public List<Bytes> writes() {
            return delivery.segments(serverPart.said());
        }

        @Override
        public Ending ending() {
            return delivery.ending();
        }

        @Override
        public Delivery.Pace pace() {
            return delivery.pace();
        }
    }

    /**
     * What a client was given, and what was asked of it.
     *
     * @param order in what order it was heard and answered
     * @param demand what it had to do
     * @param file what the file held that it was given, if it was given one
     * @param whole what it prints when the replies come whole, where that is what it has to print
     */
    record Terms(Order order, Demand demand, Optional<Bytes> file, Optional<Bytes> whole) {
        /** Of a client that has to print what the protocol says. */
        public Terms(Order order, Demand demand, Optional<Bytes> file) {
            this(order, demand, file, Optional.empty());
        }
    }

    /** In what order requests were heard and answered. */
    enum Order {
        /** Each reply behind its request. */
        IN_TURN,
        /** The replies behind all requests, which the client did not wait with. */
        ALL_ASKED_FIRST
    }

    /** What a client had to do. */
    enum Demand {
        /** Ask all that was to be asked, and print all that was to be printed. */
        WORK,
        /** That, and end with status 0. */
        SUCCEED,
        /** End with a message and a status other than 0, though its input is open, and ask nothing more. */
        GIVE_UP,
        /** End, however it does, or connect once more. */
        LEAVE
    }

    /** Said to a server in datagrams. */
    record Posted(DatagramConversation asking, Plan plan, Reckoning reckoning) implements Occasion {
        @Override
        public List<Bytes> writes() {
            return asking.rounds().stream()
                    .flatMap(List::stream)
                    .map(DatagramConversation.Ask::says)
                    .toList();
        }

        /** Who said each of them. */
        public List<Integer> askers() {
            return asking.rounds().stream()
                    .flatMap(List::stream)
                    .map(DatagramConversation.Ask::asker)
                    .toList();
        }
    }

    /**
     * How datagrams got through.
     *
     * @param word of the family it belongs to
     * @param passages of each
     */
    record Plan(String word, DatagramPlan passages) {}

    /** What was asked of a server that is spoken to in datagrams. */
    enum Reckoning {
        /** Each datagram that must be answered is, once, rightly, to whom it came from. */
        ANSWERED,
        /** The last asker is answered, whatever became of the others. */
        SERVED,
        /** Nobody gets more datagrams than he sent, nor longer ones. */
        BOUNDED,
        /** Nobody gets more datagrams than he sent, however long. */
        ONE_FOR_ONE
    }

    /**
     * A client that asks in one datagram, welcomed in some way.
     *
     * @param welcome which way, in a word
     * @param request what it has to ask
     * @param reply what answers that
     * @param typed the lines that its user types
     */
    record Welcomed(String welcome, Bytes request, Bytes reply, List<String> typed) implements Occasion {
        public Welcomed {
            typed = List.copyOf(typed);
        }

        @Override
        public List<Bytes> writes() {
            return welcome.equals("never") ? List.of() : List.of(reply);
        }
    }
}
