package io.github.sockspec.cli;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.trial.RecordedDelivery;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A delivery as {@code results.json} or a command line has it, read. */
final class TravelText {
    private TravelText() {}

    /**
     * From options: {@code delivered} with {@code hex} in place of its writes.
     *
     * @throws IllegalArgumentException when it can't be read; the message says which part, and what is allowed
     */
    static RecordedDelivery written(String hex, RecordedCase.Delivered delivered) {
        try {
            // An empty datagram is a datagram; nothing at all is no write.
            List<Bytes> writes = hex.isEmpty()
                    ? List.of()
                    : Arrays.stream(hex.split(",", -1)).map(Bytes::hex).toList();
            RecordedDelivery rest = of(delivered);
            return new RecordedDelivery(writes, rest.ending(), rest.pace(), rest.plan());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "--write is hexadecimal, a comma between two writes: " + wrong.getMessage(), wrong);
        }
    }

    /**
     * As recorded.
     *
     * @throws IllegalArgumentException when it can't be read; the message says which part, and what is allowed
     */
    static RecordedDelivery of(RecordedCase.Delivered delivered) {
        Ending.How how = word("end", Ending.How.values(), delivered.end());
        return new RecordedDelivery(
                delivered.write(),
                new Ending(how, moment(how, delivered)),
                word("pace", Delivery.Pace.values(), delivered.pace()),
                DatagramPlan.of(Objects.requireNonNullElse(delivered.passages(), "")));
    }

    /** Results of an earlier release don't tell the moment. */
    private static Ending.When moment(Ending.How how, RecordedCase.Delivered delivered) {
        String moment = delivered.moment();
        return moment != null
                ? word("moment", Ending.When.values(), moment)
                : how == Ending.How.KEEP ? Ending.When.AFTER_REPLIES : Ending.When.AFTER_READ;
    }

    private static <E extends Enum<E>> E word(String option, E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> wordOf(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(option + " is one of "
                        + Arrays.stream(values).map(TravelText::wordOf).collect(Collectors.joining(", ")) + ", not "
                        + word));
    }

    private static String wordOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
