package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.util.OptionalInt;

/**
 * Judges one conversation: what a program answers is a function of the bytes it was sent, never of how they travelled.
 */
public final class ConversationJudge {
    private ConversationJudge() {}

    /** What {@code seen} says of a program to which {@code conversation} was said by {@code delivery}. */
    public static Finding judge(Conversation conversation, Delivery delivery, Observation seen) {
        return SlowMachine.of(found(conversation, delivery, seen), seen);
    }

    private static Finding found(Conversation conversation, Delivery delivery, Observation seen) {
        if (seen.has(Fact.Refused.class)) {
            String why = seen.first(Fact.Refused.class).orElseThrow().why();
            return Finding.Broken.of("the connection was refused", "a connection", why);
        }
        if (abandoned(delivery.ending())) {
            return Finding.HOLDS;
        }
        Answers answers = new Answers(conversation, seen);
        EarlyAnswers early = new EarlyAnswers(seen);
        int whole = delivery.length();
        int said = 0;
        for (int number = 1; answers.more(); number++) {
            int from = answers.heard();
            Turn turn = answers.next();
            said += turn.says().length();
            if (said > whole) {
                return nothingMore(turn, answers.received(), from);
            }
            Match match = answers.match();
            if (!(match instanceof Match.Complete complete)) {
                return broken(new DueAnswer(turn, number, from), match, seen);
            }
            if (complete.end() > from && early.early(from, said)) {
                return new Finding.Broken(
                        "message " + number + " was answered before it was complete",
                        Side.words("no answer before all of " + turn.says() + " was sent"),
                        Side.octets(answers.received(), from, from));
            }
        }
        return beyond(conversation, seen, answers.heard());
    }

    /**
     * What came behind the last answer, where every answer is known beforehand, was asked by nobody. That it came before this
     * side ended its stream shows it; what came behind that end may have come of it.
     */
    private static Finding beyond(Conversation conversation, Observation seen, int heard) {
        Bytes received = seen.received();
        return !saysAll(conversation) || received.length() - seen.behindEnd().length() <= heard
                ? Finding.HOLDS
                : new Finding.Broken(
                        "more came than was asked for",
                        Side.words("nothing behind the last answer"),
                        Side.octets(received, heard, heard));
    }

    private static boolean saysAll(Conversation conversation) {
        return conversation.turns().stream().allMatch(turn -> turn.hears().saysAll());
    }

    /**
     * What came behind this side's end of stream though every answer was there, where {@link #judge} finds nothing wrong: it
     * may have come of that end, or late of what was said before. No bytes where the answers are not known beforehand.
     */
    public static Bytes behindEnd(Conversation conversation, Observation seen) {
        Bytes behind = seen.behindEnd();
        if (behind.isEmpty() || !saysAll(conversation)) {
            return Bytes.EMPTY;
        }
        Bytes received = seen.received();
        OptionalInt owed = owed(conversation, seen);
        return owed.isEmpty()
                ? Bytes.EMPTY
                : received.from(Math.max(owed.getAsInt(), received.length() - behind.length()));
    }

    /** How many of the bytes received answer what was said; empty where not all of it was answered. */
    private static OptionalInt owed(Conversation conversation, Observation seen) {
        Answers answers = new Answers(conversation, seen);
        while (answers.more()) {
            answers.next();
            if (!(answers.match() instanceof Match.Complete)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(answers.heard());
    }

    /** Whether nothing came behind this side's end of stream, which a pause had parted from what was said before. */
    public static Finding nothingBehindEnd(Conversation conversation, Observation seen) {
        if (owed(conversation, seen).isEmpty()) {
            return new Finding.Undecided("what came before it is not the right answer");
        }
        Bytes behind = behindEnd(conversation, seen);
        Bytes received = seen.received();
        int from = received.length() - behind.length();
        if (behind.isEmpty() && !seen.ended() && seen.has(Fact.Slipped.class)) {
            return new Finding.Undecided("this machine was too slow to show that nothing more comes");
        }
        return behind.isEmpty()
                ? Finding.HOLDS
                : SlowMachine.of(
                        new Finding.Broken(
                                "after the client's end of stream more was sent than the answers that are owed",
                                Side.words("nothing behind the last answer"),
                                Side.octets(received, from, from)),
                        seen);
    }

    /** Whether the client left before it could hear: then nothing is said of its replies. */
    private static boolean abandoned(Ending ending) {
        return ending.how() == Ending.How.FIN || ending.how() == Ending.How.RST;
    }

    private static Finding nothingMore(Turn unfinished, Bytes received, int heard) {
        if (received.length() == heard) {
            return Finding.HOLDS;
        }
        return new Finding.Broken(
                "an incomplete request was answered",
                Side.words("no answer to " + unfinished.says() + " cut short"),
                Side.octets(received, heard, heard));
    }

    private static Finding broken(DueAnswer due, Match match, Observation seen) {
        Bytes received = seen.received();
        int at = match instanceof Match.Wrong wrong ? wrong.at() : received.length();
        String why = match instanceof Match.Wrong wrong && !endedTooEarly(wrong, seen) ? wrong.why() : stopped(seen);
        return new Finding.Broken(
                "the answer to message " + due.number() + " is not right: " + why,
                Side.awaited(due.turn().hears()),
                Side.came(received, due.from(), at));
    }

    private static boolean endedTooEarly(Match.Wrong wrong, Observation seen) {
        return seen.ended() && wrong.at() == seen.received().length();
    }

    /** Why no more came: four different facts. */
    private static String stopped(Observation seen) {
        int bytes = seen.received().length();
        if (seen.has(Fact.PeerReset.class)) {
            return "the connection was reset (RST) after " + bytes + " bytes";
        }
        if (seen.has(Fact.PeerFinished.class)) {
            return "the connection was closed (FIN) after " + bytes + " bytes";
        }
        if (seen.has(Fact.Flooded.class)) {
            return "the program sent without end";
        }
        return seen.first(Fact.Quiet.class)
                .map(quiet -> "nothing more came for " + quiet.waited().toMillis() + " ms")
                .or(() -> seen.first(Fact.Unread.class)
                        .map(unread -> "what was sent was not read for "
                                + unread.waited().toMillis() + " ms"))
                .orElse("the conversation broke off");
    }
}
