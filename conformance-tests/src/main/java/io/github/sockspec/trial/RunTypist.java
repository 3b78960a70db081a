package io.github.sockspec.trial;

import io.github.sockspec.program.ClientRun;
import io.github.sockspec.wire.InputSource;
import java.util.List;

/** Types into one run of a client. */
final class RunTypist implements InputSource {
    private final ClientRun run;
    private boolean ahead;

    RunTypist(ClientRun run) {
        this.run = run;
    }

    /** Types what would be typed first, before anybody waits for what comes of it: some clients connect only then. */
    void typeAhead(List<String> lines) {
        type(lines);
        ahead = true;
    }

    @Override
    public void type(List<String> lines) {
        if (!ahead) {
            lines.forEach(run::type);
        }
        ahead = false;
    }

    @Override
    public void expectEnd() {
        run.expectEnd(ClientRun.IDLE_CPU);
    }

    @Override
    public void endInput() {
        run.endInput(ClientRun.IDLE_CPU);
    }

    @Override
    public boolean gone() {
        return run.over();
    }
}
