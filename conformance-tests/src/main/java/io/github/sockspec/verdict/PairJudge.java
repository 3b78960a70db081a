package io.github.sockspec.verdict;

import static io.github.sockspec.verdict.Side.awaited;
import static io.github.sockspec.verdict.Side.came;
import static io.github.sockspec.verdict.Side.octets;
import static io.github.sockspec.verdict.Side.words;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.ServerPart;
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
     * What two programs have to say to each other.
     *
     * @param asked the conversation as the server has to answer it
     * @param answered the same, as the client has to carry it on
     * @param requests what tells the server where a request ends
     */
    public record Terms(Conversation asked, ServerPart answered, Requests requests) {}

    /** What tells a server where a request ends. */
    public enum Requests {
        /** The request itself does: a client may ask again before it was answered. */
        END_THEMSELVES,
        /** Nothing does: a client that asks again before it was answered in full may make two requests into one. */
        WAIT_FOR_THE_ANSWER
    }

    /**
     * Who broke a conversation that two programs had through a relay that did nothing illegal, if anyone did. What a server
     * sends once its client has ended its stream decides nothing, unless it is an answer that is owed.
     */
    public static Blame judge(Terms terms, Observation client, Observation server, ProgramRun run) {
        ServerPart answered = terms.answered();
        Bytes requests = client.received();
        Bytes replies = server.received();
        int heard = 0;
        int said = 0;
        for (int index = 0; index < answered.exchanges().size(); index++) {
            Match request = answered.exchanges().get(index).asks().match(requests, said, StreamState.ENDED);
            if (!(request instanceof Match.Complete complete)) {
                return cameBeforeTheEnd(server, heard)
                        ? new Blame(Side.SERVER, unasked(index, replies, heard))
                        : new Blame(Side.CLIENT, ClientJudge.works(answered, client, run));
            }
            said = complete.end();
            Turn turn = terms.asked().turns().get(index);
            Match reply = turn.hears().match(replies, heard, server.state());
            int due = reply instanceof Match.Complete answer ? answer.end() : Integer.MAX_VALUE;
            boolean right = reply instanceof Match.Complete || rightSoFar(reply, replies);
            if (right && terms.requests() == Requests.WAIT_FOR_THE_ANSWER && spokeBefore(client, said, due)) {
                return new Blame(Side.CLIENT, ahead(index, turn, requests.from(said)));
            }
            if (!(reply instanceof Match.Complete)) {
                return right && leftFirst(client, server)
                        ? new Blame(Side.CLIENT, left(index, turn, client, run))
                        : new Blame(Side.SERVER, wrong(new DueAnswer(turn, index + 1, heard), reply, server));
            }
            heard = due;
        }
        Finding printed = ClientJudge.works(answered, client, run);
        return new Blame(printed == Finding.HOLDS ? Side.NOBODY : Side.CLIENT, printed);
    }

    /** Whether the byte at {@code offset} came from the client before it had been sent {@code due} bytes, or the end. */
    private static boolean spokeBefore(Observation client, int offset, int due) {
        int sent = 0;
        for (Fact fact : client.facts()) {
            if (fact instanceof Fact.Sent write) {
                sent += write.bytes().length();
            } else if (fact instanceof Fact.Received read
                    && offset < read.offset() + read.bytes().length()) {
                return sent < due;
            } else if (fact instanceof Fact.Ended) {
                return false;
            }
        }
        return false;
    }

    /** Whether the server had sent the byte at {@code offset} before it was told that its client says no more. */
    private static boolean cameBeforeTheEnd(Observation server, int offset) {
        for (Fact fact : server.facts()) {
            if (fact instanceof Fact.Received read
                    && offset < read.offset() + read.bytes().length()) {
                return true;
            }
            if (fact instanceof Fact.Ended) {
                return false;
            }
        }
        return false;
    }

    private static Finding ahead(int index, Turn turn, Bytes asked) {
        return Finding.Broken.of(
                "it sent " + asked + " before it had the whole answer to message " + (index + 1)
                        + ": in this dialect nothing but the answer parts two requests",
                "it waits for " + turn.hears().describe(),
                asked.toString());
    }

    private static boolean rightSoFar(Match reply, Bytes replies) {
        return !(reply instanceof Match.Wrong wrong) || wrong.at() >= replies.length();
    }

    /** Whether the client ended its stream before the server did, and before the relay gave up waiting for either. */
    private static boolean leftFirst(Observation client, Observation server) {
        boolean serverEnded = server.facts().stream()
                .filter(fact -> fact instanceof Fact.Ended
                        || fact instanceof Fact.PeerFinished
                        || fact instanceof Fact.PeerReset)
                .findFirst()
                .filter(fact -> !(fact instanceof Fact.Ended))
                .isPresent();
        return !serverEnded && client.ended() && !client.has(Fact.Quiet.class);
    }

    private static Finding left(int index, Turn turn, Observation client, ProgramRun run) {
        return Finding.Broken.of(
                "it left before the answer to message " + (index + 1) + ": " + RunEnd.of(client, run),
                "it waits for " + turn.hears().describe(),
                RunEnd.of(client, run));
    }

    private static Finding unasked(int index, Bytes replies, int heard) {
        return new Finding.Broken(
                "it answered " + replies.from(heard) + " before message " + (index + 1) + " was asked",
                words("one answer for each request"),
                octets(replies, heard, heard));
    }

    private static Finding wrong(DueAnswer due, Match reply, Observation server) {
        Bytes replies = server.received();
        String why = reply instanceof Match.Wrong wrong
                ? wrong.why()
                : "nothing more came" + (server.ended() ? ": it ended the connection" : "");
        return new Finding.Broken(
                "its answer to message " + due.number() + " is not right: " + why,
                awaited(due.turn().hears()),
                came(replies, due.from(), reply instanceof Match.Wrong wrong ? wrong.at() : replies.length()));
    }
}
