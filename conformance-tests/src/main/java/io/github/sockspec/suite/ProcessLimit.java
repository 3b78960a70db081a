package io.github.sockspec.suite;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A command that starts processes until the kernel gives no more, and others that each take one that is left. */
public final class ProcessLimit {
    /** How long it may take until there are none left. */
    private static final Duration ONSET = Duration.ofSeconds(3);

    private final Trial trial;

    private ProcessLimit(Trial trial) {
        this.trial = trial;
    }

    public static ProcessLimit of(Trial trial) {
        return new ProcessLimit(trial);
    }

    /** States that a server of so many processes, asked while there are none to be had, serves others when there are again. */
    public void reached(int processes) {
        Conversation.Turn heavy = trial.conversation().turns().get(0);
        Connection client = trial.openPatiently(Recovery.LONGEST);
        client.write(heavy.says());
        List<Connection> others = new ArrayList<>();
        boolean full = Waiting.until(ONSET, () -> {
            others.add(holdingOne());
            return trial.underTest().control() != Finding.HOLDS;
        });
        full |= client.await(heavy.hears(), 0) instanceof Match.Complete;
        // Behind their answers nobody takes what the kernel has to give again.
        others.forEach(other -> other.readUpTo(1));
        Recovery.await(trial);
        trial.requireOthersServed("after a command used up all of its " + processes + " processes");
        if (!full && !trial.evidence().failed()) {
            throw trial.inconclusive("the command was not seen to use up all processes");
        }
    }

    /** A client whose command takes and keeps what another gave back while the first one found nothing left. */
    private Connection holdingOne() {
        Connection connection = trial.tryToOpen();
        connection.write(trial.conversation("held").turns().get(0).says());
        return connection;
    }
}
