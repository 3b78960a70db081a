package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.OutputComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One request answered in two ways, in turn: but for the bodies, a client prints the same. */
final class TwoReplies {
    /** So many runs with each reply tell what varies with the reply from what varies by itself. */
    private static final int ENOUGH = 6;

    private final CaseRun trial;
    private final Function<ServerPart, ObservedRun> play;
    private final ServerPart one;
    private final ServerPart other;
    private final List<Bytes> besideOne = new ArrayList<>();
    private final List<Bytes> besideOther = new ArrayList<>();

    /**
     * Of which nothing was had yet.
     *
     * @param play has one more run of the client, with everything whole
     */
    TwoReplies(CaseRun trial, Function<ServerPart, ObservedRun> play, ServerPart one, ServerPart other) {
        this.trial = trial;
        this.play = play;
        this.one = one;
        this.other = other;
    }

    /** States what the runs show; as soon as both replies have once got the same, that is enough. */
    void compare() {
        while (besideOne.size() < ENOUGH) {
            if (!run(one, besideOne) || !run(other, besideOther)) {
                return;
            }
            int last = besideOne.size() - 1;
            if (OutputComparison.alike(besideOne.subList(last, last + 1), besideOther.subList(last, last + 1))
                    == Finding.HOLDS) {
                trial.states(Finding.HOLDS);
                return;
            }
        }
        trial.states(OutputComparison.alike(besideOne, besideOther));
    }

    /** Has one more run; false when that is not right by itself, which is then stated. */
    private boolean run(ServerPart serverPart, List<Bytes> beside) {
        ObservedRun observedRun = play.apply(serverPart);
        Finding worked = ClientJudge.works(serverPart, observedRun.seen(), observedRun.run());
        if (worked != Finding.HOLDS) {
            trial.evidence().run(observedRun, observedRun.weigh(worked));
            return false;
        }
        beside.add(ClientJudge.beside(serverPart, observedRun.run()));
        return true;
    }
}
