package io.github.sockspec.report;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.program.Identity;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Start;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.run.Shard;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.verdict.Side;
import io.github.sockspec.verdict.SmallestFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Results made by hand, for the tests of what is made of them. */
final class Sample {
    /** What a program might send to hurt whoever looks: a terminal's escape, markup, a direction mark. */
    static final String HOSTILE = "\u001b[2J<script>alert(1)</script> | `x` **b** \u202e [a](http://b) \u0007\u009b1m";

    static final Observation CUT = new Observation(List.of(
            new Fact.Connected(micros(40)),
            new Fact.Sent(micros(60), 0, Bytes.utf8("e")),
            new Fact.Taken(micros(310), 1, Fact.How.CONFIRMED),
            new Fact.Sent(micros(330), 1, Bytes.utf8("cho hi\n")),
            new Fact.Received(micros(1400), 0, Bytes.hex("05000000").plus(Bytes.utf8("sh: e"))),
            new Fact.Quiet(micros(301_400), Duration.ofMillis(300))));

    private Sample() {}

    static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    static CaseResult pass(String id, Clause clause, int deliveries, int confirmed) {
        CaseResult.Tally tally = new CaseResult.Tally(deliveries, confirmed, 0, deliveries);
        return new CaseResult(id, clause, Outcome.PASS, Finding.HOLDS, tally, Optional.empty(), "", micros(12_300));
    }

    /** The failure of a server that runs a partial command. */
    static CaseResult fail() {
        return fail("", CUT);
    }

    static CaseResult fail(String lastWords, Observation seen) {
        Bytes received = Bytes.hex("05000000").plus(Bytes.utf8("sh: e"));
        return new CaseResult(
                "exec/server/EXEC-5/echo@every-cut",
                Clause.required("EXEC-5"),
                Outcome.FAIL,
                new Finding.Broken(
                        "the answer to message 1 is not right: byte 0 of the reply differs",
                        Side.octets(Bytes.hex("03000000").plus(Bytes.utf8("hi\n"))),
                        Side.octets(received, 0, 0)),
                new CaseResult.Tally(7, 7, 1, 7),
                Optional.of(smallest(List.of(Bytes.utf8("e"), Bytes.utf8("cho hi\n")), "keep", "prompt", seen)),
                lastWords,
                micros(12_300));
    }

    /** Writes of one message to a server. */
    static SmallestFailure smallest(List<Bytes> writes, String end, String pace, Observation seen) {
        Ending.How how = Ending.How.valueOf(end.toUpperCase(Locale.ROOT).replace('-', '_'));
        Ending ending = how == Ending.How.KEEP ? Ending.KEEP : new Ending(how, Ending.When.AFTER_READ);
        Delivery delivery = new Delivery(
                writes.stream().map(Bytes::length).toList(),
                ending,
                Delivery.Pace.valueOf(pace.toUpperCase(Locale.ROOT)));
        Conversation said = Conversation.of(
                "echo",
                Conversation.Turn.of(
                        Bytes.join(writes), Reply.exactly(Bytes.hex("03000000").plus(Bytes.utf8("hi\n")))));
        return SmallestFailure.of(new Occasion.Asked(said, delivery, Occasion.Besides.NOTHING), seen);
    }

    static CaseResult plain(String id, Clause clause, Outcome outcome, String reason) {
        return CaseResult.plain(id, clause, outcome, reason).after(micros(100));
    }

    static Implementation course() {
        return program("course-exec-server");
    }

    static Implementation program(String name) {
        return new Implementation(
                name,
                Protocol.required("exec"),
                Role.SERVER,
                new Start.Address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8008)),
                Dialect.reference(Protocol.required("exec")),
                List.of(),
                ScriptedConversations.in(Dialect.reference(Protocol.required("exec"))),
                Map.of());
    }

    static RunResult run(Implementation implementation, CaseResult... cases) {
        return new RunResult(
                implementation,
                Optional.of(new Identity(
                        Optional.of(4711L),
                        "/usr/bin/python3.11",
                        Optional.empty(),
                        "127.0.0.1:8008",
                        true,
                        true,
                        "process group")),
                Optional.of(micros(420)),
                Duration.ofMillis(300),
                List.of(cases),
                List.of(),
                Optional.empty());
    }

    static Results results(ExitStatus exit, RunResult... runs) {
        return new Results(
                "0.1.0",
                42,
                Map.of("seed", "42", "samples", "256"),
                exit,
                List.of(runs),
                Duration.ofMillis(1500),
                List.of(),
                Optional.empty(),
                Shard.WHOLE);
    }

    /** A run with every outcome in it. */
    static Results broken() {
        return results(
                ExitStatus.BROKEN,
                run(
                        course(),
                        pass("exec/server/EXEC-1/echo@whole", Clause.required("EXEC-1"), 1, 1),
                        plain(
                                "exec/server/EXEC-13/two@whole",
                                Clause.required("EXEC-13"),
                                Outcome.WARN,
                                "one at a time"),
                        plain(
                                "exec/server/EXEC-17/resets@rst",
                                Clause.required("EXEC-17"),
                                Outcome.INCONCLUSIVE,
                                "no /proc here"),
                        fail(),
                        plain(
                                "exec/server/EXEC-6/two@joined",
                                Clause.required("EXEC-6"),
                                Outcome.NOT_APPLICABLE,
                                "no end mark")));
    }
}
