package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.program.ConfinedPlace;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.wire.Connection;
import java.time.Duration;

/** A server that stands still in the middle of a request, as on a machine that is suspended, and then goes on. */
public final class PausedServer {
    /** Longer than any quiet time that could sensibly be taken for an end; its clock goes on meanwhile. */
    private static final Duration LENGTH = Duration.ofMillis(1_200);

    private final Trial trial;

    private PausedServer(Trial trial) {
        this.trial = trial;
    }

    public static PausedServer of(Trial trial) {
        return new PausedServer(trial);
    }

    /** States that a request, half of which was read before and half of which came meanwhile, is answered rightly. */
    public void insideRequest() {
        ConfinedPlace confinement = trial.confinement();
        Conversation.Turn first = trial.conversation().turns().get(0);
        Bytes request = first.says();
        Connection connection = trial.open();
        connection.write(request.slice(0, request.length() / 2));
        connection.awaitTaken(trial.carrier().confirmation());
        confinement.pause();
        connection.write(request.from(request.length() / 2));
        Waiting.quietly(LENGTH);
        confinement.unpause();
        HeardReply.state(
                trial,
                connection,
                first.hears(),
                "it stood still for " + LENGTH.toMillis() + " ms inside a request, and did not answer it rightly");
        trial.requireOthersServed("after it stood still inside a request");
    }
}
