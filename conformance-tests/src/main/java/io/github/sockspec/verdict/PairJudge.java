package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;

/**
 * Judges a client and a server that talked through a relay whose deliveries were legal: then whoever first departs from
 * the conversation broke it.
 */
public final class PairJudge {
    private PairJudge() {}

    /** Who broke a conversation. */
    public enum Side {
        NOBODY,
        CLIENT,
        SERVER
    }

    /**
     * What was found.
     *
     * @param side who broke it
     * @param finding what is wrong, where anything is
     */
    public record Blame(Side side, Finding finding) {}

    /**
     * Who broke a conversation that two programs had through a relay that did nothing illegal, if anyone did.
     *
     * @param asked the conversation as the server has to answer it
     * @param answered the same, as the client has to carry it on
     */
    public static Blame judge(
            Conversation asked, Counterpart answered, Observation client, Observation server, ProgramRun run) {
        Bytes requests = client.received();
        Bytes replies = server.received();
        int heard = 0;
        int said = 0;
        for (int index = 0; index < answered.exchanges().size(); index++) {
            Match request = answered.exchanges().get(index).asks().match(requests, said, true);
            if (!(request instanceof Match.Complete complete)) {
                if (replies.length() > heard) {
                    return new Blame(Side.SERVER, unasked(index, replies, heard));
                }
                return new Blame(Side.CLIENT, ClientJudge.works(answered, client, run));
            }
            said = complete.end();
            Turn turn = asked.turns().get(index);
            Match reply = turn.hears().match(replies, heard, server.ended());
            if (!(reply instanceof Match.Complete answer)) {
                if (rightSoFar(reply, replies) && leftFirst(server)) {
                    return new Blame(Side.CLIENT, left(index, turn, client, run));
                }
                return new Blame(Side.SERVER, wrong(index, turn, reply, replies, heard, server));
            }
            heard = answer.end();
        }
        Finding printed = ClientJudge.works(answered, client, run);
        return new Blame(printed == Finding.HOLDS ? Side.NOBODY : Side.CLIENT, printed);
    }

    private static boolean rightSoFar(Match reply, Bytes replies) {
        return !(reply instanceof Match.Wrong wrong) || wrong.at() >= replies.length();
    }

    /** Whether the end that the server saw was passed on to it, before it ended anything itself. */
    private static boolean leftFirst(Observation server) {
        return server.facts().stream()
                .filter(fact -> fact instanceof Fact.Ended
                        || fact instanceof Fact.PeerFinished
                        || fact instanceof Fact.PeerReset)
                .findFirst()
                .filter(Fact.Ended.class::isInstance)
                .isPresent();
    }

    private static Finding left(int index, Turn turn, Observation client, ProgramRun run) {
        return Finding.Broken.of(
                "it left before the answer to message " + (index + 1) + ": " + Demeanour.of(client, run),
                "it waits for " + turn.hears().describe(),
                Demeanour.of(client, run));
    }

    private static Finding unasked(int index, Bytes replies, int heard) {
        return new Finding.Broken(
                "it answered " + replies.from(heard) + " before message " + (index + 1) + " was asked",
                "one answer for each request",
                replies.from(heard).toString(),
                replies,
                heard);
    }

    private static Finding wrong(int index, Turn turn, Match reply, Bytes replies, int heard, Observation server) {
        String why = reply instanceof Match.Wrong wrong
                ? wrong.why()
                : "nothing more came" + (server.ended() ? ": it ended the connection" : "");
        return new Finding.Broken(
                "its answer to message " + (index + 1) + " is not right: " + why,
                turn.hears().describe(),
                replies.length() == heard ? "nothing" : replies.from(heard).toString(),
                replies,
                reply instanceof Match.Wrong wrong ? wrong.at() : replies.length());
    }
}
