package io.github.sockspec.suite;

import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Side;
import io.github.sockspec.wire.Connection;

/** What came back on a connection that a case holds itself. */
final class HeardReply {
    private HeardReply() {}

    /** States that {@code expected} is the first that comes on {@code connection}; {@code otherwise} says what it means if not. */
    static void state(Trial trial, Connection connection, Reply expected, String otherwise) {
        trial.states(finding(connection, expected, otherwise), connection.observation());
    }

    private static Finding finding(Connection connection, Reply expected, String otherwise) {
        return connection.await(expected, 0) instanceof Match.Complete
                ? Finding.HOLDS
                : new Finding.Broken(
                        otherwise,
                        Side.awaited(expected),
                        Side.octets(connection.stream(), 0, connection.stream().length()));
    }
}
