package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.Vigil;
import io.github.sockspec.wire.Waiting;
import java.time.Duration;

/** A command whose client has reset the connection. It is watched through the protocol, so that it may run anywhere. */
public final class Abandoned {
    /** What the clause grants. */
    private static final Duration GRANTED = Duration.ofSeconds(2);

    private final Trial trial;

    private Abandoned(Trial trial) {
        this.trial = trial;
    }

    public static Abandoned of(Trial trial) {
        return new Abandoned(trial);
    }

    /** States that a command is ended with its children within 2 s of the reset. */
    public void command() {
        Scratch.in(trial, () -> {
            Connection connection = trial.open();
            Bytes request = trial.conversation("long-sleep").turns().get(0).says();
            connection.write(request);
            boolean started = Waiting.until(trial.carrier().limits().vigil(), () -> shows("processes-started"));
            // Where one client at a time is served nobody else can look; that both were there is seen afterwards.
            if (!started && trial.bench().control() == Finding.HOLDS) {
                throw trial.inconclusive("the command was not seen to start");
            }
            connection.reset();
            Duration patience =
                    GRANTED.plus(trial.bench().latency().orElse(Duration.ZERO).multipliedBy(2));
            Vigil vigil = trial.carrier().limits().vigil(patience);
            boolean gone = Waiting.until(vigil, () -> shows("processes-gone"));
            if (gone && vigil.drawnOut()) {
                throw trial.inconclusive("this machine was too slow: the command was ended later than within "
                        + patience.toMillis() + " ms, but a plain conversation took its time too");
            }
            trial.states(
                    gone
                            ? Finding.HOLDS
                            : Finding.Broken.of(
                                    "the command or its child still runs, or is left as a zombie, after its client's RST",
                                    "neither process left within " + GRANTED.toMillis() + " ms",
                                    "at least one is there after " + patience.toMillis() + " ms"),
                    vigil);
        });
    }

    private boolean shows(String conversation) {
        return trial.shows(trial.conversation(conversation)) == Finding.HOLDS;
    }
}
