package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;

/** Finds out of one conversation's deliveries whether what went wrong is what their clause is about. */
final class FailureCause {
    private final ServerCaseRun trial;
    private final Conversation conversation;

    FailureCause(ServerCaseRun trial, Conversation conversation) {
        this.trial = trial;
        this.conversation = conversation;
    }

    /** What {@code seen} says of the program, and where that was not enough, what having it again says. */
    Finding of(Delivery delivery, Observation seen) {
        Finding finding = ConversationJudge.judge(conversation, delivery, seen);
        if (finding == Finding.HOLDS) {
            return trial.candidate().bytesAfterEnd().weigh(trial.underTest(), conversation, delivery, seen);
        }
        boolean halfClosed = delivery.ending().how() == Ending.How.HALF_CLOSE;
        if (!halfClosed || !(finding instanceof Finding.Broken broken)) {
            return finding;
        }
        return delivery.length() < conversation.shape().length()
                ? halfClosedInside(broken, seen)
                : halfClosed(delivery, broken);
    }

    /**
     * What comes of any end of stream is no answer to the request that it cut short. Where a clause asks that nothing at all
     * comes then, it is wrong all the same.
     */
    private Finding halfClosedInside(Finding.Broken broken, Observation seen) {
        Bytes behind = broken.actual().stream().from(Math.max(0, broken.actual().wrongAt()));
        if (trial.name().clause().grade() != Grade.ROBUST
                || behind.length() > seen.behindEnd().length()) {
            return broken;
        }
        return trial.candidate()
                .bytesAfterEnd()
                .comeOfAnyEnd(trial.underTest(), behind, seen)
                .map(excused -> excused ? Finding.HOLDS : broken)
                .orElse(new Finding.Undecided(
                        "what came may have come of the client's end of stream, and this machine was"
                                + " too slow to show it; seen was: " + broken.reason()));
    }

    /** A half-close is blamed only for what goes wrong with it and not without it. */
    private Finding halfClosed(Delivery delivery, Finding.Broken broken) {
        Finding without = has(delivery.ending(Ending.KEEP));
        if (without instanceof Finding.Broken either) {
            Delivery inTurn = Delivery.of(conversation.shape().messages()).ending(delivery.ending());
            return inTurn.equals(delivery)
                    ? new Finding.Undecided(
                            "without the half-close it is not answered rightly either: " + either.reason())
                    : inTurn(inTurn, either);
        }
        // What could not be shown without it shows nothing with it.
        return without == Finding.HOLDS ? broken : without;
    }

    /** Joined messages are another clause's matter: one that fails on them may still answer under a half-close. */
    private Finding inTurn(Delivery inTurn, Finding.Broken joined) {
        Finding without = has(inTurn.ending(Ending.KEEP));
        return without == Finding.HOLDS
                ? has(inTurn)
                : new Finding.Undecided("without the half-close it is not answered rightly either: " + joined.reason());
    }

    private Finding has(Delivery delivery) {
        return ConversationJudge.judge(conversation, delivery, trial.underTest().carry(conversation, delivery));
    }
}
