package io.github.sockspec.delivery;

import static io.github.sockspec.delivery.Ending.How.FIN;
import static io.github.sockspec.delivery.Ending.How.HALF_CLOSE;
import static io.github.sockspec.delivery.Ending.How.RST;
import static io.github.sockspec.delivery.Ending.When.AFTER_FIRST_BYTE;
import static io.github.sockspec.delivery.Ending.When.AFTER_READ;
import static io.github.sockspec.delivery.Ending.When.AFTER_REPLIES;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of deliveries with one idea behind it. The constant's name, lower-case with hyphens, is used in case names. None of them
 * passes over a barrier or cuts an atomic span, and none but {@link #WHOLE} leaves a stream as it is: where nothing is left, there
 * is no such delivery. A connection may end inside an atomic span.
 */
public enum Family {
    WHOLE("each message in a write of its own") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return Stream.of(Delivery.of(shape.messages()));
        }
    },
    EVERY_CUT("one message cut in two, at every offset in turn; of very many, at a sample with those next to seams") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return Arrays.stream(Places.cuts(shape).sampled(sampling)).mapToObj(cut -> Cutting.at(shape, cut));
        }
    },
    BYTE_BY_BYTE("a write for every byte") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return altering(shape, Cutting.at(shape, Places.cuts(shape).dense(sampling)));
        }
    },
    EVERY_COMPOSITION("a short message cut in every possible way at once: 2^(n-1) for n bytes, up to 12 bytes") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return new Compositions(shape).all(sampling);
        }
    },
    SAMPLED("messages cut at random places, from a seed") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return Cutting.insideMessages(shape, sampling);
        }
    },
    RESEGMENTED("the stream cut at random places, from a seed, whatever messages it joins") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return Cutting.sample(shape, Places.writes(shape).sampled(sampling), Cutting.barriers(shape), sampling)
                    .filter(delivery -> delivery.alters(shape));
        }
    },
    AT_SEAMS("header and body each in a write of its own") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            Offsets offsets = shape.offsets();
            return altering(
                    shape,
                    Cutting.at(
                            shape,
                            shape.seams().stream()
                                    .mapToInt(Integer::intValue)
                                    .filter(offsets::isPlace)
                                    .toArray()));
        }
    },
    JOINED("all messages in one write, or in as few as there can be") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return altering(shape, Cutting.joined(shape));
        }
    },
    AND_A_HALF("the first message and a part of the second in one write, the rest in another, at every offset") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return Cutting.halves(shape, sampling);
        }
    },
    STALLED("one message cut in two, the second part long after the first, at every offset") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return EVERY_CUT.of(shape, sampling).map(cut -> cut.at(Delivery.Pace.STALLED));
        }
    },
    FIN_AT_EACH_BYTE("closed after each number of bytes, from none to all") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return brokenOff(Places.all(shape), new Ending(FIN, AFTER_READ), sampling);
        }
    },
    RST_AT_EACH_BYTE("reset after each number of bytes, from none to all") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return brokenOff(Places.all(shape), new Ending(RST, AFTER_READ), sampling);
        }
    },
    HALF_CLOSE_INSIDE("half-closed at every offset inside a message, so that its rest never comes") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return brokenOff(Places.inside(shape), new Ending(HALF_CLOSE, AFTER_READ), sampling);
        }
    },
    HALF_CLOSED("all messages in one write, or in as few as there can be, then half-closed; the replies are awaited") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return Stream.of(Cutting.joined(shape).ending(new Ending(HALF_CLOSE, AFTER_READ)));
        }
    },
    HALF_CLOSED_AFTER_REPLIES("each message in a write of its own; half-closed a while after the last reply") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return WHOLE.of(shape, sampling).map(all -> all.ending(new Ending(HALF_CLOSE, AFTER_REPLIES)));
        }
    },
    ENDED_UNDER_REPLY("closed or reset while the reply is under way, or just after it") {
        @Override
        public Stream<Delivery> of(Shape shape, Sampling sampling) {
            return Stream.of(FIN, RST)
                    .flatMap(how -> Stream.of(AFTER_READ, AFTER_FIRST_BYTE, AFTER_REPLIES)
                            .map(when -> new Ending(how, when)))
                    .map(ending -> Delivery.of(shape.messages()).ending(ending));
        }
    };

    private final String idea;

    Family(String idea) {
        this.idea = idea;
    }

    /**
     * The deliveries for a stream of that shape, those with the fewest cuts first; made one at a time. Of more than 4,096 offsets,
     * those next to seams and ends of messages are tried and a sample of the others.
     */
    public abstract Stream<Delivery> of(Shape shape, Sampling sampling);

    /** Whether it is about messages that travel together, so that what it says must be said over one connection. */
    public boolean joins() {
        return this == RESEGMENTED || this == JOINED || this == AND_A_HALF || this == HALF_CLOSED;
    }

    /** In words. */
    public String idea() {
        return idea;
    }

    /** The word used in case names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The family with that word. */
    public static Optional<Family> of(String word) {
        return Arrays.stream(values())
                .filter(family -> family.word().equals(word))
                .findFirst();
    }

    /** All words, for messages. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Family::word).toList();
    }

    /** {@code one} where it does anything to the stream: what leaves it as it is shows nothing. */
    private static Stream<Delivery> altering(Shape shape, Delivery one) {
        return Stream.of(one).filter(delivery -> delivery.alters(shape));
    }

    private static Stream<Delivery> brokenOff(Places at, Ending ending, Sampling sampling) {
        return Arrays.stream(at.sampled(sampling))
                .mapToObj(length -> Cutting.brokenOff(at.shape(), length).ending(ending));
    }
}
