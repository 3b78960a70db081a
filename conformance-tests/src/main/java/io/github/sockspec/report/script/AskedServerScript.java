package io.github.sockspec.report.script;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.verdict.Occasion;
import java.util.Collection;
import java.util.List;

/** A server that was asked over a connection. */
record AskedServerScript(Occasion.Asked occasion) implements ScriptKind {
    @Override
    public List<String> usage() {
        return List.of(
                "    python3 THIS HOST PORT     # where the server listens",
                "",
                "It says the writes below on one connection. Where a message is complete it hears the answer; before any other",
                "write it waits until the program has read the one before, so that a cut is a cut: on Linux it asks the kernel",
                "of a program on the same machine (sock_diag), elsewhere it waits for a moment.");
    }

    @Override
    public List<String> constants() {
        Occasion.Besides besides = occasion.besides();
        return List.of(
                "# How long an answer is waited for, and what is waited at a cut where nobody can be asked, in seconds.",
                "PATIENCE, GAP = 5.0, 0.05",
                "# What must be answered first, what was said on connections that stay open all the while, and what clears up.",
                "BEFORE = " + conversations(besides.before()),
                "MEANWHILE = " + Literal.list(besides.meanwhile(), Literal::of),
                "BEHIND = " + conversations(besides.behind()),
                "# Each message and what must answer it.",
                "TURNS = " + Replies.of(occasion.said()),
                "# The same messages as they are cut and joined; how and when the connection ends; a pause at each cut.",
                "WRITES = " + Literal.list(occasion.writes(), Literal::of),
                "END = "
                        + Literal.tuple(
                                Literal.of(occasion.ending().how().word()),
                                Literal.of(occasion.ending().when().word())),
                "STALLED = " + (occasion.pace() == Delivery.Pace.STALLED ? "0.7" : "0"),
                "# What another client says then, whose answers count.",
                "AFTERWARDS = " + conversations(besides.afterwards()));
    }

    private static String conversations(Collection<Conversation> conversations) {
        return Literal.list(conversations, Replies::of);
    }

    @Override
    public List<String> parts() {
        return List.of("status", "kernel", "replies", "stream", "server");
    }
}
