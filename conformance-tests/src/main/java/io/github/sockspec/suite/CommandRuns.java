package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Header;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.trial.ServerJudging;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How often a command is run: it leaves a line in a file each time, and the lines are counted, and cleared away, over another
 * connection. So a run counts whenever it was, behind the answer too.
 */
public final class CommandRuns {
    private final ReplyFrame frame;
    private final Conversation count;
    private boolean cleared = true;

    CommandRuns(ReplyFrame frame, Conversation count) {
        this.frame = frame;
        this.count = count;
    }

    /**
     * States that the command of {@code trial} is run once for each delivery, as the conversation {@code count} counts it.
     * Where one delivery is had again, no other follows behind which a late run could show: that one is waited for.
     */
    public static void once(Trial trial, String count) {
        CommandDirectory.in(trial, () -> {
            Conversation later = trial.conversation("run-once-later");
            Conversation counts = trial.repeatedDelivery().isPresent() ? later : trial.conversation(count);
            CommandRuns runs = new CommandRuns(trial.dialect().reply(), counts);
            trial.conversations().forEach(each -> trial.deliver(each, new Counted(trial, runs, each, later)));
        });
    }

    /** Counts behind each delivery of {@code said}; {@code again} is asked by those who have a failure again. */
    private record Counted(Trial trial, CommandRuns runs, Conversation said, Conversation again)
            implements ServerJudging {
        @Override
        public Finding of(Delivery delivery, Observation seen) {
            // Nothing is had again before what this delivery did is counted.
            Finding answered = ConversationJudge.judge(said, delivery, seen);
            Delivery whole = Delivery.of(runs.count.shape().messages());
            return runs.judged(answered, trial.underTest().carry(runs.count, whole));
        }

        @Override
        public Optional<Conversation> behind(Delivery delivery, Observation seen) {
            // Where the answers themselves are wrong, they are what shows the failure.
            return Optional.of(again).filter(asked -> ConversationJudge.judge(said, delivery, seen) == Finding.HOLDS);
        }
    }

    /** What a delivery comes to of which {@code answered} was found, where {@code seen} is the count behind it. */
    Finding judged(Finding answered, Observation seen) {
        boolean mine = cleared;
        Finding counted = counted(seen);
        // What was not answered may still be run, behind this count.
        cleared = answered == Finding.HOLDS && !(counted instanceof Finding.Undecided);
        if (answered != Finding.HOLDS) {
            return answered;
        }
        return mine || counted == Finding.HOLDS
                ? counted
                : new Finding.Undecided("a run for an earlier delivery may be among those that were counted");
    }

    private Finding counted(Observation seen) {
        Delivery whole = Delivery.of(count.shape().messages());
        Finding finding = ConversationJudge.judge(count, whole, seen);
        if (!(finding instanceof Finding.Broken broken)) {
            return finding;
        }
        String lines = Header.body(frame, seen.received())
                .orElse(Bytes.EMPTY)
                .decode(StandardCharsets.US_ASCII)
                .strip();
        if (lines.equals("1")) {
            return Finding.HOLDS;
        }
        return lines.matches("[0-9]+")
                ? Finding.Broken.of(
                        "the command was answered, but not run once", "run 1 time", "run " + lines + " times")
                : new Finding.Undecided("how often the command was run could not be counted: " + broken.reason());
    }
}
