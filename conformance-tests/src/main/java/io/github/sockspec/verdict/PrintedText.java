package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges what a client printed: it may print what it likes around a payload, but the payload's bytes are there once,
 * whole and in order, and nothing of a header is.
 */
final class PrintedText {
    private PrintedText() {}

    static Finding of(ServerPart serverPart, Observation seen, ProgramRun run) {
        Bytes output = run.output();
        int from = 0;
        for (Exchange exchange : serverPart.exchanges()) {
            if (exchange.prints().isEmpty()) {
                continue;
            }
            Optional<Bytes> form = first(exchange.prints(), output, from);
            if (form.isEmpty()) {
                return missing(exchange.prints(), from, seen, run);
            }
            int at = output.indexOf(form.get(), from);
            from = at + form.get().length();
            if (!blank(form.get()) && output.indexOf(form.get(), at + 1) >= 0) {
                return broken(form.get(), "it was printed more than once", output, output.indexOf(form.get(), at + 1));
            }
        }
        Optional<Bytes> due = serverPart.due().prints().filter(text -> output.indexOf(text, 0) < 0);
        return due.isPresent() ? missing(List.of(due.get()), 0, seen, run) : noHeader(serverPart, output);
    }

    /** Whether nothing of it can be told from what a client may print around it, so that it can't be counted. */
    private static boolean blank(Bytes form) {
        return form.decode(StandardCharsets.ISO_8859_1).isBlank();
    }

    /** What was printed beside the payloads, in order; {@link #of} has held. */
    static Bytes beside(ServerPart serverPart, ProgramRun run) {
        Bytes output = run.output();
        List<Bytes> beside = new ArrayList<>();
        int from = 0;
        for (Exchange exchange : serverPart.exchanges()) {
            Optional<Bytes> form = first(exchange.prints(), output, from);
            if (form.isPresent()) {
                int at = output.indexOf(form.get(), from);
                beside.add(output.slice(from, at));
                from = at + form.get().length();
            }
        }
        beside.add(output.from(from));
        return Bytes.join(beside);
    }

    private static Optional<Bytes> first(List<Bytes> forms, Bytes output, int from) {
        return forms.stream().filter(form -> output.indexOf(form, from) >= 0).findFirst();
    }

    private static Finding missing(List<Bytes> forms, int from, Observation seen, ProgramRun run) {
        Bytes output = run.output();
        Optional<Bytes> earlier = first(forms, output, 0);
        if (earlier.isPresent()) {
            return broken(earlier.get(), "it was printed out of order", output, output.indexOf(earlier.get(), 0));
        }
        Beginning longest = forms.stream()
                .map(form -> beginning(form, output, from))
                .max(Comparator.comparingInt(Beginning::length))
                .orElseThrow();
        Bytes form = longest.form();
        String how = longest.length() == 0
                ? "nothing of it was printed"
                : "only its first " + longest.length() + " of " + form.length() + " bytes were printed right";
        return broken(form, how + ", and " + RunEnd.of(seen, run), output, longest.at() + longest.length());
    }

    private record Beginning(Bytes form, int at, int length) {}

    /** The longest beginning of {@code form} in {@code output}. */
    private static Beginning beginning(Bytes form, Bytes output, int from) {
        int low = 0;
        int high = form.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (output.indexOf(form.slice(0, middle), from) >= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int at = low == 0 ? output.length() : output.indexOf(form.slice(0, low), from);
        return new Beginning(form, at, low);
    }

    /** A header with octets that no text has must not be among what was printed. */
    private static Finding noHeader(ServerPart serverPart, Bytes output) {
        for (Exchange exchange : serverPart.exchanges()) {
            Bytes header = exchange.says().slice(0, exchange.header());
            if (header.indexOf(Bytes.of((byte) 0), 0) >= 0 && output.indexOf(header, 0) >= 0) {
                return new Finding.Broken(
                        "the header of a reply was printed",
                        Side.words("the body alone"),
                        Side.octets(output, 0, output.indexOf(header, 0)));
            }
        }
        return Finding.HOLDS;
    }

    private static Finding broken(Bytes form, String how, Bytes output, int at) {
        return new Finding.Broken("the payload is not right: " + how, Side.octets(form), Side.came(output, 0, at));
    }
}
