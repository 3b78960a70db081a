package io.github.sockspec.cli;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.NotInDialect;
import io.github.sockspec.conversation.Phrasebook;
import io.github.sockspec.conversation.Script;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.report.Console;
import io.github.sockspec.report.FindingText;
import io.github.sockspec.report.Paint;
import io.github.sockspec.report.Timeline;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.Glob;
import io.github.sockspec.run.KnownFailures;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.Runner;
import io.github.sockspec.run.Selection;
import io.github.sockspec.spec.Grade;
import io.github.sockspec.spec.Role;
import io.github.sockspec.suite.CaseDescription;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Instance;
import io.github.sockspec.target.Instances;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Limits;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries one case, or one delivery of it, out again for somebody who watches. */
record Rerun(CaseDescription chosen, Implementation program, PrintStream out, Paint paint) {
    /** One delivery, fact by fact; the whole case where its conversation can't stand alone. */
    ExitStatus delivery(Travel travel) {
        if (program.role() != Role.SERVER || program.protocol().datagrams()) {
            out.println(
                    "What one delivery to this program shows needs the rest of its case: all of it is carried out again.");
            return wholeCase();
        }
        Script script = Scripts.of(program.protocol(), chosen.name().conversation());
        if (script.turns().stream()
                .anyMatch(turn -> turn.command() != null && turn.command().contains("{"))) {
            out.println("This case needs a fresh directory on the server's side: all of it is carried out again.");
            return wholeCase();
        }
        Conversation conversation = speak(script);
        List<Delivery> deliveries =
                travel.deliveries(conversation, chosen.name().family());
        try (Instance instance = Instances.start(program);
                Carrier carrier = Carrier.confirming(Limits.UNMEASURED)) {
            ExitStatus status = ExitStatus.HOLDS;
            for (Delivery delivery : deliveries) {
                if (watch(carrier, instance, conversation, delivery) instanceof Finding.Broken) {
                    status = ExitStatus.BROKEN;
                }
            }
            return status;
        }
    }

    /** Every delivery of the case, as {@code run} has it. */
    ExitStatus wholeCase() {
        Selection only = new Selection(List.of(new Glob(chosen.id())), List.of(), Optional.empty());
        Path out = Path.of("target/sockspec/replay");
        Results results = new Runner(
                        new Plan(List.of(program), only, Sampling.DEFAULT, out, KnownFailures.NONE, 1),
                        Silence.INSTANCE)
                .run();
        new Console(out(), paint).print(results);
        return results.exit();
    }

    private Conversation speak(Script script) {
        try {
            return Phrasebook.of(program.dialect(), program.accounts()).speak(script, Map.of());
        } catch (NotInDialect reason) {
            throw new Travel.Impossible(chosen.id() + " is not applicable: " + reason.getMessage());
        }
    }

    private Finding watch(Carrier carrier, Instance instance, Conversation conversation, Delivery delivery) {
        Observation seen = delivery.pace() == Delivery.Pace.STALLED
                ? carrier.carryTogether(instance.address(), conversation, List.of(delivery))
                        .get(0)
                : carrier.carry(instance.address(), conversation, delivery);
        seen.facts().forEach(fact -> out.println(Timeline.line(fact)));
        Finding finding = judge(carrier, instance, conversation, delivery, seen);
        FindingText.of(finding, paint).forEach(out::println);
        return finding;
    }

    /** What the case asks: of the answers, or only that others are served afterwards. */
    private Finding judge(
            Carrier carrier, Instance instance, Conversation conversation, Delivery delivery, Observation seen) {
        Finding answers = ConversationJudge.judge(conversation, delivery, seen);
        if (chosen.clause().grade() != Grade.SURVIVES && answers instanceof Finding.Broken) {
            return answers;
        }
        Conversation plain = speak(Scripts.of(program.protocol(), "plain"));
        Delivery whole = Delivery.of(plain.shape().messages());
        out.println("afterwards, another client:");
        Observation after = carrier.carry(instance.address(), plain, whole);
        after.facts().forEach(fact -> out.println(Timeline.line(fact)));
        return ConversationJudge.judge(plain, whole, after);
    }
}
