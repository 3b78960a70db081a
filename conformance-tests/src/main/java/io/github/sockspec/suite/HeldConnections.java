package io.github.sockspec.suite;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The connections that a case holds itself, to do with as it pleases, until it closes them. */
final class HeldConnections {
    private final List<Connection> opened = new ArrayList<>();

    /** One more, if it can be had. */
    Connection tryToOpen(Bench bench) {
        Connection connection = bench.open();
        opened.add(connection);
        return connection;
    }

    /** One more; ends the case as inconclusive when it can't be had. */
    Connection open(Bench bench) {
        Connection connection = tryToOpen(bench);
        connection.observation().first(Fact.Refused.class).ifPresent(refused -> {
            throw Stop.inconclusive("a connection that the case needs could not be had: " + refused.why());
        });
        return connection;
    }

    /** As {@link #open}, where each wait may last {@code patience}. */
    Connection openPatiently(Bench bench, Duration patience) {
        Limits usual = bench.carrier().limits();
        bench.carrier().limits(usual.patient(patience));
        try {
            return open(bench);
        } finally {
            bench.carrier().limits(usual);
        }
    }

    void close() {
        opened.forEach(Connection::close);
        opened.clear();
    }
}
