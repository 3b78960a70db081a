package io.github.sockspec.cli;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.report.RecordedCase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A delivery as a command line or {@code results.json} has it.
 *
 * @param writes the bytes of each write, none of them empty
 * @param how how the connection ends
 * @param pace how long is waited at each cut
 */
record Travel(List<Bytes> writes, Ending.How how, Delivery.Pace pace) {
    /** The delivery can't be that of this conversation; the message says why. */
    static final class Impossible extends RuntimeException {
        Impossible(String message) {
            super(message);
        }
    }

    Travel {
        writes = List.copyOf(writes);
        if (writes.stream().anyMatch(Bytes::isEmpty)) {
            throw new IllegalArgumentException("a write has at least one byte");
        }
    }

    /** From options. */
    static Travel written(String hex, String end, String pace) {
        List<String> writes = hex.isEmpty() ? List.of() : List.of(hex.split(",", -1));
        try {
            return of(new RecordedCase.Delivered(writes, end, null, pace, null, null, null, List.of()));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "--write is hexadecimal, a comma between two writes: " + wrong.getMessage(), wrong);
        }
    }

    static Travel of(RecordedCase.Delivered delivered) {
        return new Travel(
                delivered.writes(),
                word("end", Ending.How.values(), delivered.end()),
                word("pace", Delivery.Pace.values(), delivered.pace()));
    }

    private static <E extends Enum<E>> E word(String option, E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> wordOf(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(option + " is one of "
                        + Arrays.stream(values).map(Travel::wordOf).collect(Collectors.joining(", ")) + ", not "
                        + word));
    }

    private static String wordOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The deliveries of {@code conversation} that this may have been. A result doesn't tell at which moment of a reply the
     * connection ended, so there can be several; they differ in nothing else.
     *
     * @param family what the case tries
     * @throws Impossible when the bytes aren't those of this conversation
     */
    List<Delivery> deliveries(Conversation conversation, Optional<Family> family) {
        Bytes said = Bytes.join(writes);
        if (said.length() > conversation.said().length() || !conversation.said().hasAt(0, said)) {
            throw new Impossible("the bytes given are not those of this case in this program's dialect, which start "
                    + conversation.said());
        }
        List<Integer> lengths = writes.stream().map(Bytes::length).toList();
        List<Delivery> tried = family.stream()
                .flatMap(each -> each.of(conversation.shape(), Sampling.DEFAULT))
                .filter(each -> each.writes().equals(lengths) && each.ending().how() == how && each.pace() == pace)
                .distinct()
                .toList();
        return tried.isEmpty() ? List.of(new Delivery(lengths, ending(), pace)) : tried;
    }

    private Ending ending() {
        return how == Ending.How.KEEP ? Ending.KEEP : new Ending(how, Ending.When.AFTER_READ);
    }
}
