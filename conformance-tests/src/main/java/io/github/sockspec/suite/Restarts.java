package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.program.ConfinedPlace;
import io.github.sockspec.program.StartFailure;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;

/** A server that is stopped and started again. */
public final class Restarts {
    private final Trial trial;

    private Restarts(Trial trial) {
        this.trial = trial;
    }

    public static Restarts of(Trial trial) {
        return new Restarts(trial);
    }

    /**
     * States that it starts again on the same port although a connection that it ended itself is still remembered by the
     * kernel (TIME_WAIT), which is what SO_REUSEADDR is for.
     */
    public void samePort() {
        Connection connected = trial.open();
        Conversation.Turn plain = trial.probe().turns().get(0);
        connected.write(plain.says());
        if (!(connected.await(plain.hears(), 0) instanceof Match.Complete)) {
            throw trial.inconclusive("it was not seen to serve before it was stopped");
        }
        trial.underTest().stop();
        connected.readToEnd();
        connected.finish();
        int port = trial.instance().address().getPort();
        try {
            trial.underTest().startOnSamePort();
            if (trial.instance().address().getPort() != port) {
                throw trial.notApplicable("it chooses its port itself");
            }
            trial.requireOthersServed("after it was started again");
        } catch (StartFailure failed) {
            trial.states(Finding.Broken.of(
                    "it could not be started again at once on the same port",
                    "a server that listens on the port it had",
                    String.valueOf(failed.getMessage())));
            trial.underTest().restart();
        }
    }

    /**
     * States that a server ended by SIGKILL leaves no client waiting, and can be started again as it was left: with whatever
     * it had put into its files, and could not take away.
     */
    public void afterKill() {
        ConfinedPlace confinement = trial.confinement();
        trial.requireOthersServed("before it is killed");
        Connection connected = trial.open();
        Bytes request = trial.conversation().turns().get(0).says();
        connected.write(request.slice(0, request.length() / 2));
        confinement.kill();
        trial.states(
                connected.readToEnd()
                        ? Finding.HOLDS
                        : Finding.Broken.of(
                                "a client was left waiting when it was killed",
                                "the connection's end, by FIN or RST",
                                "silence"));
        try {
            confinement.restart();
            trial.requireOthersServed("after it was killed and started again");
        } catch (StartFailure failed) {
            trial.states(Finding.Broken.of(
                    "it could not be started again after it was killed",
                    "a server that listens on the port it had",
                    String.valueOf(failed.getMessage())));
        }
    }
}
