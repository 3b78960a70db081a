package io.github.sockspec.trial;

import io.github.sockspec.verdict.Finding;

/** Whether others are served beside a case's own connections or behind them, as far as the program serves others at all. */
public final class OtherClients {
    /** Why nothing is said of other clients. */
    public static final String ONE_BY_INTENT =
            "its process serves one client by intent (lifetime: one), so that no other one can be served";

    /** The same of one that does by a fault; what follows says what can't be shown. */
    public static final String ONE_BY_FAULT = "it serves its first clients and no others, so that ";

    private final ServerCaseRun trial;

    OtherClients(ServerCaseRun trial) {
        this.trial = trial;
    }

    /** States that a plain conversation is answered {@code when}. */
    void stateServed(String when) {
        ConnectionsServed uses = trial.underTest().uses();
        if (uses.usedUp() && (uses.onceByIntent() || trial.sideConnections().nothingOpen())) {
            servedOnce(uses, when);
            return;
        }
        Finding stated = served(when);
        trial.evidence().check(stated);
        if (stated instanceof Finding.Broken broken
                && trial.underTest().datagramAsker().isEmpty()) {
            trial.sideConnections()
                    .notServing(trial.underTest().probe(), trial.underTest().controlled())
                    .ifPresent(smallest -> trial.evidence().occasion(smallest, broken));
        }
    }

    private Finding served(String when) {
        Finding finding = trial.underTest().answersPlainly() ? trial.control(when) : Finding.Undecided.PLAINLY_WRONG;
        return finding.behind(when + ", another client is not served: ");
    }

    /** Ends the case where what it asks needs another client, and the program serves but one. */
    public static void require(ServerCaseRun trial) {
        if (trial.underTest().uses().onceByIntent()) {
            throw CaseStop.notApplicable(ONE_BY_INTENT);
        }
        if (trial.underTest().uses().once()) {
            throw CaseStop.inconclusive(ONE_BY_FAULT + "nobody else can look at what becomes of the first");
        }
    }

    /** Of one that serves one client in its life nothing can be said of the next one: not for what came between. */
    private void servedOnce(ConnectionsServed uses, String when) {
        if (!uses.onceByIntent()) {
            trial.evidence().check(new Finding.Undecided(ONE_BY_FAULT + "nothing could be shown " + when));
        } else if (trial.evidence().nothingShown()) {
            throw CaseStop.notApplicable(ONE_BY_INTENT);
        }
    }
}
