package io.github.sockspec.suite;

import io.github.sockspec.kernel.NumericAddress;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.program.ClientRun;
import io.github.sockspec.program.ClientTask;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.trial.ClientTrial;
import io.github.sockspec.trial.ObservedRun;
import io.github.sockspec.verdict.AskerJudge;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.wire.DatagramListener;
import io.github.sockspec.wire.DatagramListener.Asked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A client that asks in datagrams, answered in every possible way. */
public final class DatagramClientQuestions {
    /** How long a client may take to start, and to give up: the protocol lets each client state its own time. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ClientTrial trial;
    private final Dialect dialect;

    private DatagramClientQuestions(ClientTrial trial) {
        this.trial = trial;
        dialect = trial.dialect();
    }

    public static DatagramClientQuestions of(ClientTrial trial) {
        return new DatagramClientQuestions(trial);
    }

    /**
     * Holds when the client asks rightly, prints the answer and who gave it, and ends with status 0; where nobody answers,
     * when it says so and ends.
     */
    void answered(DatagramAnswer answer) {
        if (answer == DatagramAnswer.NEVER) {
            neverAnswered();
        } else {
            requireReply(answer);
        }
    }

    private void neverAnswered() {
        ObservedRun observedRun = play(DatagramAnswer.NEVER);
        Finding finding = ClientJudge.givesUp("with " + DatagramAnswer.NEVER.words(), observedRun.run());
        trial.states(finding, observedRun, occasion(DatagramAnswer.NEVER));
    }

    private void requireReply(DatagramAnswer answer) {
        ObservedRun observedRun = play(answer);
        Finding finding = AskerJudge.answered(
                new AskerJudge.Said(
                        dialect,
                        NumericAddress.forms(trial.clientRunner().address().getAddress()),
                        DatagramAnswer.STRANGERS_WORDS),
                observedRun.seen(),
                observedRun.run());
        trial.states(finding.behind("with " + answer.words() + ", "), observedRun, occasion(answer));
    }

    private Occasion occasion(DatagramAnswer answer) {
        return new Occasion.Welcomed(
                answer.word(),
                dialect.octets("request"),
                dialect.octets("reply"),
                trial.implementation().stdin());
    }

    private ObservedRun play(DatagramAnswer answer) {
        try (DatagramListener listener =
                        DatagramListener.at(trial.clientRunner().address());
                ClientRun run = trial.clientRunner().client().start(ClientTask.to(listener.address()))) {
            List<String> lines = trial.implementation().stdin();
            lines.forEach(run::type);
            Optional<Asked> asked =
                    listener.receive(trial.clientRunner().limits().guardedWait(PATIENCE), run::over);
            run.endInput(ClientRun.IDLE_CPU);
            for (int time = 1; asked.isPresent(); time++) {
                answer.to(asked.get(), time, dialect.octets("reply"), listener);
                asked = listener.receive(trial.clientRunner().limits().guardedWait(PATIENCE), run::over);
            }
            Observation seen = listener.observation();
            return ObservedRun.of(seen, run.end());
        }
    }
}
