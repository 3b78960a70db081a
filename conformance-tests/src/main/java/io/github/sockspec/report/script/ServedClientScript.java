package io.github.sockspec.report.script;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Due;
import io.github.sockspec.conversation.Marks;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.verdict.Occasion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A client that was served in a server's place. */
record ServedClientScript(Occasion.Served occasion, Implementation program) implements ScriptKind {
    @Override
    public List<String> usage() {
        return Stream.concat(
                        Launching.usage().stream(),
                        Stream.of(
                                "It types what a user types, hears what is asked and says the writes below. Before a write that goes on"
                                        + " with a reply",
                                "it waits until the program has read the one before, so that a cut is a cut: on Linux it asks the kernel"
                                        + " of a program",
                                "on the same machine (sock_diag), elsewhere it waits for a moment."))
                .toList();
    }

    @Override
    public List<String> constants() {
        ServerPart serverPart = occasion.serverPart();
        List<String> lines =
                new ArrayList<>(new Launching(program, occasion.terms().file()).constants());
        lines.addAll(List.of(
                "# What is typed, what must then be asked, the reply, what of it must be printed (in any of these forms), its header.",
                "EXCHANGES = " + Literal.list(serverPart.exchanges(), ServedClientScript::exchange),
                "# What is typed when all was had, and what may be said on leaving.",
                "LEAVING, LAST_ASKED = " + Literal.list(serverPart.leaving(), Literal::of) + ", "
                        + Literal.of(serverPart.lastAsked()),
                "# The replies as they are cut and joined; how the connection ends; whether the server closes it anyway.",
                "WRITES = " + Literal.list(occasion.writes(), Literal::of),
                "END, CLOSES = " + Literal.of(occasion.ending().how().word()) + ", "
                        + (serverPart.after() == ServerPart.After.CLOSES ? Literal.TRUE : Literal.FALSE),
                "# Whether everything is asked before anything is answered, and what the client has to do.",
                "ALL_ASKED_FIRST, DEMAND = "
                        + (occasion.terms().order() == Occasion.Order.ALL_ASKED_FIRST ? Literal.TRUE : Literal.FALSE)
                        + ", "
                        + Literal.of(demand()),
                "# What it prints when the replies come whole, where that is what it has to print.",
                "# What of the replies was kept of a request before: where it stands, its length, its name.",
                "KEPT = " + Literal.list(serverPart.kept(), ServedClientScript::slot),
                "# What stands somewhere in what it prints; with which status it may end.",
                "PRINTS = " + serverPart.due().prints().map(Literal::of).orElse("None"),
                "STATUSES = " + statuses(),
                "WHOLE = " + occasion.terms().whole().map(Literal::of).orElse("None")));
        return lines;
    }

    private static String slot(Marks.Slot slot) {
        return Literal.tuple(String.valueOf(slot.at()), String.valueOf(slot.length()), Literal.of(slot.name()));
    }

    /** Where it has to end by itself, whatever the status, that is any. */
    private String statuses() {
        Due due = occasion.serverPart().due();
        if (due.exit().isPresent()) {
            return Literal.tuple(String.valueOf(due.exit().getAsInt()));
        }
        return due.end() == Due.End.BY_ITSELF ? "range(256)" : "None";
    }

    private String demand() {
        return occasion.terms().demand().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String exchange(Exchange exchange) {
        Bytes header = exchange.says().slice(0, exchange.header());
        return "\n    "
                + Literal.tuple(
                        Literal.list(exchange.typed(), Literal::of),
                        Replies.of(exchange.asks()),
                        Literal.of(exchange.says()),
                        Literal.list(exchange.prints(), Literal::of),
                        Literal.of(header));
    }

    @Override
    public List<String> parts() {
        return List.of("status", "kernel", "replies", "stream", "program", "client");
    }
}
