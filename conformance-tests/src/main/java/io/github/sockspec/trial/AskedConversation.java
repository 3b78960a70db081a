package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.LearnedAnswer;
import io.github.sockspec.conversation.LearnedAnswer.Heard;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.WrittenConversation;
import io.github.sockspec.wire.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation had on one connection, every message whole, to hear what is answered.
 *
 * @param heard what answered each message in turn, as far as it came
 * @param stop why no more could be said; empty where all was
 */
record AskedConversation(List<Heard> heard, Optional<LearnedAnswer> stop) {
    /** How long nothing more must come for an answer to be over, and how many times what its first byte took. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final int TIMES = 20;

    /** The same once as much has come as before. */
    private static final Duration QUIET_AGAIN = Duration.ofMillis(150);

    /** A longer answer is not learned. */
    private static final int LONGEST = 1 << 24;

    AskedConversation {
        heard = List.copyOf(heard);
    }

    /**
     * Has it.
     *
     * @param said what is said, and where nothing is to be learned what must answer it
     * @param before how it went the times before
     */
    static AskedConversation of(
            ServerUnderTest server, WrittenConversation written, Conversation said, List<AskedConversation> before) {
        try (Connection connection = opened(server)) {
            return new Asking(connection, written, before).of(said);
        }
    }

    /** A connection to it; where it takes none, behind another start. */
    private static Connection opened(ServerUnderTest server) {
        Connection connection = server.carrier().open(server.instance().address());
        if (connection.connected()) {
            return connection;
        }
        connection.close();
        server.restart();
        return server.carrier().open(server.instance().address());
    }

    /** What answered that message. */
    Heard heard(int turn) {
        return heard.get(turn);
    }

    /** Why nothing is known to have answered that message. */
    Optional<LearnedAnswer> unheard(int turn) {
        return turn < heard.size() ? Optional.empty() : stop;
    }

    /** One connection under way. */
    private record Asking(Connection connection, WrittenConversation written, List<AskedConversation> before) {
        AskedConversation of(Conversation said) {
            List<Heard> heard = new ArrayList<>();
            Map<String, Bytes> known = new HashMap<>();
            int from = 0;
            for (Conversation.Turn unfilled : said.turns()) {
                Conversation.Turn turn = unfilled.filled(known);
                int index = heard.size();
                Optional<LearnedAnswer> stop = say(index, turn);
                int end = from;
                if (stop.isEmpty() && written.turns().get(index).learns()) {
                    listen(index, from);
                    end = connection.received();
                    stop = end >= LONGEST ? Optional.of(endless(index)) : stop;
                } else if (stop.isEmpty()) {
                    Match match = connection.await(turn.hears(), from);
                    if (match instanceof Match.Complete complete) {
                        known.putAll(turn.hears().keeps(connection.stream(), from));
                        end = complete.end();
                    }
                    stop = match instanceof Match.Complete ? stop : Optional.of(wrong(index, match));
                }
                if (stop.isPresent()) {
                    return new AskedConversation(heard, stop);
                }
                heard.add(new Heard(
                        connection.stream().slice(from, end),
                        connection.usable() ? StreamState.OPEN : StreamState.ENDED));
                from = end;
            }
            return new AskedConversation(heard, Optional.empty());
        }

        private Optional<LearnedAnswer> say(int index, Conversation.Turn turn) {
            if (!connection.connected()) {
                return Optional.of(
                        new LearnedAnswer.Unknown("the server could not be connected to, so nothing was learned"));
            }
            boolean ended = index > 0 && !connection.usable();
            return ended || (!turn.says().isEmpty() && !connection.write(turn.says()))
                    ? Optional.of(new LearnedAnswer.Unsaid("message " + (index + 1)
                            + " can't be said: the connection ends with the answer to the one before"))
                    : Optional.empty();
        }

        private void listen(int index, int from) {
            int asBefore = before.stream()
                    .filter(asked -> index < asked.heard.size())
                    .mapToInt(asked -> asked.heard(index).bytes().length())
                    .max()
                    .orElse(0);
            long began = System.nanoTime();
            connection.readUpTo(from + 1);
            Duration usual = Duration.ofNanos(System.nanoTime() - began).multipliedBy(TIMES);
            Duration patience = connection.received() > from ? longer(QUIET, usual) : Duration.ZERO;
            Duration most = shorter(patience, Patience.Of.ANSWER.suggestedBy(Duration.ZERO));
            if (asBefore > 0 && connection.received() > from) {
                connection.readUntilQuiet(most, from + asBefore);
                connection.readUntilQuiet(QUIET_AGAIN, LONGEST);
            } else {
                connection.readUntilQuiet(most, LONGEST);
            }
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }

        private static LearnedAnswer wrong(int index, Match match) {
            return new LearnedAnswer.Unknown("message " + (index + 1) + " was not answered as it is written"
                    + (match instanceof Match.Wrong wrong ? " (" + wrong.why() + ")" : "")
                    + ", so nothing behind it was learned");
        }

        private static LearnedAnswer endless(int index) {
            return new LearnedAnswer.Unknown("the answer to message " + (index + 1) + " is too long to be learned: "
                    + LONGEST + " bytes came and no end; say what is heard: hear in a protocol file, --hear with try");
        }
    }
}
