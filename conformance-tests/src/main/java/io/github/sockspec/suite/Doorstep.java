package io.github.sockspec.suite;

import io.github.sockspec.observation.Observation;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.target.ClientRun;
import io.github.sockspec.target.Errand;
import io.github.sockspec.verdict.AskerJudge;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import io.github.sockspec.wire.DatagramListener;
import io.github.sockspec.wire.DatagramListener.Asked;
import io.github.sockspec.wire.Numeric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a hello client is welcomed in every possible way. */
public final class Doorstep {
    /** How long a client may take to start, and to give up: the protocol lets each client state its own time. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClientTrial trial;
    private final Dialect dialect;

    private Doorstep(ClientTrial trial) {
        this.trial = trial;
        dialect = trial.dialect();
    }

    public static Doorstep of(ClientTrial trial) {
        return new Doorstep(trial);
    }

    /**
     * Holds when the client asks rightly, prints the answer and who gave it, and ends with status 0; where nobody answers,
     * when it says so and ends.
     */
    void welcomed(Welcome welcome) {
        if (welcome == Welcome.NEVER) {
            neverAnswered();
        } else {
            greets(welcome);
        }
    }

    private void neverAnswered() {
        Encounter encounter = play(Welcome.NEVER);
        Finding finding = ClientJudge.givesUp("with " + Welcome.NEVER.words(), encounter.run());
        trial.states(finding, encounter, scene(Welcome.NEVER));
    }

    private void greets(Welcome welcome) {
        Encounter encounter = play(welcome);
        Finding finding = AskerJudge.greets(
                dialect,
                Numeric.forms(trial.stage().address().getAddress()),
                encounter.seen(),
                encounter.run(),
                Welcome.STRANGERS_WORDS);
        trial.states(finding.behind("with " + welcome.words() + ", "), encounter, scene(welcome));
    }

    private Scene scene(Welcome welcome) {
        return new Scene.Welcomed(
                welcome.word(),
                dialect.octets("request"),
                dialect.octets("reply"),
                trial.implementation().stdin());
    }

    private Encounter play(Welcome welcome) {
        try (DatagramListener listener = DatagramListener.at(trial.stage().address());
                ClientRun run = trial.stage().client().start(Errand.to(listener.address()))) {
            List<String> lines = trial.implementation().stdin();
            lines.forEach(run::type);
            Optional<Asked> asked = listener.receive(trial.stage().limits().vigil(PATIENCE), run::over);
            run.endInput(ClientRun.IDLE_CPU);
            for (int time = 1; asked.isPresent(); time++) {
                welcome.to(asked.get(), time, dialect.octets("reply"), listener);
                asked = listener.receive(trial.stage().limits().vigil(PATIENCE), run::over);
            }
            Observation seen = listener.observation();
            return Encounter.of(seen, run.end());
        }
    }
}
