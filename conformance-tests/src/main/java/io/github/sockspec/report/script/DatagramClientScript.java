package io.github.sockspec.report.script;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.verdict.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A client that asks in a datagram. */
record DatagramClientScript(Occasion.Welcomed occasion, Implementation program) implements ScriptKind {
    @Override
    public List<String> usage() {
        return Stream.concat(
                        Launching.usage().stream(),
                        Stream.of("It waits for the question and treats it as the welcome below has it."))
                .toList();
    }

    @Override
    public List<String> constants() {
        List<String> lines = new ArrayList<>(new Launching(program, Optional.empty()).constants());
        lines.addAll(List.of(
                "# What its user types, what it must ask, and what answers that.",
                "TYPED = " + Literal.list(occasion.typed(), Literal::of),
                "REQUEST, REPLY = " + Literal.of(occasion.request()) + ", " + Literal.of(occasion.reply()),
                "# How it is welcomed: at-once, late, twice, never, first-lost or stranger-first.",
                "WELCOME = " + Literal.of(occasion.welcome())));
        return lines;
    }

    @Override
    public List<String> parts() {
        return List.of("status", "program", "datagram_server");
    }
}
