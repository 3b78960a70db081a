package io.github.sockspec.trial;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.wire.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The connections that a case holds itself, to do with as it pleases, until it closes them. */
final class OpenConnections {
    private final List<Connection> opened = new ArrayList<>();

    /** One more, if it can be had. */
    Connection tryToOpen(ServerUnderTest underTest) {
        Connection connection = underTest.open();
        opened.add(connection);
        return connection;
    }

    /** One more; ends the case as inconclusive when it can't be had. */
    Connection open(ServerUnderTest underTest) {
        Connection connection = tryToOpen(underTest);
        connection.observation().first(Fact.Refused.class).ifPresent(refused -> {
            throw CaseStop.inconclusive("a connection that the case needs could not be had: " + refused.why());
        });
        return connection;
    }

    /** As {@link #open}, where each wait may last {@code patience}. */
    Connection openPatiently(ServerUnderTest underTest, Duration patience) {
        Limits usual = underTest.carrier().limits();
        underTest.carrier().limits(usual.patient(patience));
        try {
            return open(underTest);
        } finally {
            underTest.carrier().limits(usual);
        }
    }

    void close() {
        opened.forEach(Connection::close);
        opened.clear();
    }
}
