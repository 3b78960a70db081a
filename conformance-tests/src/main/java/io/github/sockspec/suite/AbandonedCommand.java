package io.github.sockspec.suite;

import io.github.sockspec.kernel.Proc;
import io.github.sockspec.kernel.ProcessSnapshot;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.OtherClients;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import java.time.Duration;
import java.util.List;

/**
 * A command whose client has reset the connection. It is watched through the protocol, so that it may run anywhere; and where
 * the server's processes can be seen from here, among these, for a server that is busy or has died tells nothing. Only a
 * command that was seen to run can be seen to end.
 */
public final class AbandonedCommand {
    /** What the clause grants. */
    private static final Duration GRANTED = Duration.ofSeconds(2);

    private final Trial trial;

    private AbandonedCommand(Trial trial) {
        this.trial = trial;
    }

    public static AbandonedCommand of(Trial trial) {
        return new AbandonedCommand(trial);
    }

    /** States that a command is ended with its children within 2 s of the reset. */
    public void command() {
        OtherClients.require(trial);
        CommandDirectory.in(trial, () -> {
            List<ProcessSnapshot> before = trial.instance().processes();
            Connection connection = trial.open();
            connection.write(trial.conversation("long-sleep").turns().get(0).says());
            Sighting sighting = sighting(before);
            connection.reset();
            Duration patience = GRANTED.plus(
                    trial.underTest().latency().orElse(Duration.ZERO).multipliedBy(2));
            GuardedWait guardedWait = trial.carrier().limits().guardedWait(patience);
            boolean gone = Waiting.until(guardedWait, () -> gone(sighting));
            if (gone && guardedWait.drawnOut()) {
                throw trial.inconclusive("this machine was too slow: the command was ended later than within "
                        + patience.toMillis() + " ms, but a plain conversation took its time too");
            }
            trial.states(gone ? Finding.HOLDS : left(sighting, patience), guardedWait);
        });
    }

    /**
     * How the command was seen to run.
     *
     * @param told whether another client of the server was told that both processes have been started
     * @param processes those that the server has now and had not before it was asked; none where that can't be seen
     */
    private record Sighting(boolean told, NewProcesses processes) {}

    /** Waits until the command is seen to run; ends the case where it is known that nothing was. */
    private Sighting sighting(List<ProcessSnapshot> before) {
        GuardedWait guardedWait = trial.carrier().limits().guardedWait();
        boolean told = Waiting.until(guardedWait, () -> !alive() || shows("processes-started")) && alive();
        NewProcesses processes = NewProcesses.of(before, trial.instance().processes());
        if (told || processes.any()) {
            return new Sighting(told, processes);
        }
        if (!alive()) {
            throw trial.inconclusive("the server ended before the command was seen to start: " + words());
        }
        // Where one client at a time is served nobody else can look; that both were there is seen afterwards.
        if (trial.underTest().control() == Finding.HOLDS) {
            throw trial.inconclusive("the command was not seen to start");
        }
        return new Sighting(false, processes);
    }

    private boolean gone(Sighting sighting) {
        boolean asked = alive() && (sighting.told() || !sighting.processes().any());
        return asked
                ? (sighting.told() || shows("processes-started")) && shows("processes-gone")
                : sighting.processes().any() && !living(sighting).any();
    }

    /** What it comes to when they were not seen to go: blame only where they are seen to be there. */
    private Finding left(Sighting sighting, Duration patience) {
        NewProcesses living = living(sighting);
        if (living.any() || (alive() && shows("processes-left"))) {
            return Finding.Broken.of(
                    "the command or its child still runs, or is left as a zombie, after its client's RST",
                    "neither process left within " + GRANTED.toMillis() + " ms",
                    "at least one is there after " + patience.toMillis() + " ms");
        }
        return sighting.processes().any()
                ? Finding.HOLDS
                : new Finding.Undecided(
                        alive()
                                ? "the command was not seen to run, nor to have ended: behind it nobody else was served"
                                : "the server ended, and whether the command did too can't be seen: " + words());
    }

    private NewProcesses living(Sighting sighting) {
        return sighting.processes().left(Proc::again);
    }

    private boolean alive() {
        return trial.instance().alive();
    }

    private String words() {
        List<String> lines = trial.printed().strip().lines().toList();
        return lines.isEmpty() ? "it printed nothing" : lines.get(lines.size() - 1);
    }

    private boolean shows(String conversation) {
        return trial.shows(trial.conversation(conversation)) == Finding.HOLDS;
    }
}
