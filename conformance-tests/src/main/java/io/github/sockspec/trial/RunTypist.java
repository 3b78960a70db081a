package io.github.sockspec.trial;

import io.github.sockspec.program.ClientRun;
import io.github.sockspec.wire.InputSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Types into one run of a client. */
final class RunTypist implements InputSource {
    private final ClientRun run;
    private final BooleanSupplier another;
    private boolean ahead;
    private boolean nothingMore;

    RunTypist(ClientRun run) {
        this(run, () -> false);
    }

    /**
     * Of a client that may connect once more.
     *
     * @param another whether it has
     */
    RunTypist(ClientRun run, BooleanSupplier another) {
        this.run = run;
        this.another = another;
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
        nothingMore = true;
        run.expectEnd(ClientRun.IDLE_CPU);
    }

    @Override
    public void endInput() {
        nothingMore = true;
        run.endInput(ClientRun.IDLE_CPU);
    }

    @Override
    public boolean gone() {
        if (nothingMore && another.getAsBoolean()) {
            run.connectedAgain();
        }
        return run.over();
    }
}
