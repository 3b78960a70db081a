package io.github.sockspec.program;

import io.github.sockspec.kernel.ProcessSnapshot;
import io.github.sockspec.kernel.ProcessTree;
import io.github.sockspec.patience.Deadline;
import java.time.Duration;

/**
 * Tells when a launched program waits for its user: every process of it waits in the kernel, nothing was printed and no
 * CPU time was used for a while. That is how a prompt looks, whether or not it ends in a newline.
 */
record Prompt(Process process, ProcessTree tree, Sink output) {
    private static final Duration CALM = Duration.ofMillis(250);

    /** Waits for such a while; false when there is none within {@code patience}. */
    boolean await(Duration patience) {
        Deadline deadline = Deadline.in(patience);
        State last = state();
        Deadline calm = Deadline.in(CALM);
        while (process.isAlive() && !deadline.passed()) {
            if (last.waits() && calm.passed()) {
                return true;
            }
            Deadline.in(Duration.ofMillis(10)).sitOut();
            State now = state();
            if (!now.equals(last)) {
                last = now;
                calm = Deadline.in(CALM);
            }
        }
        return false;
    }

    private State state() {
        Duration cpu = Duration.ZERO;
        boolean waits = true;
        for (ProcessSnapshot member : tree.members()) {
            cpu = cpu.plus(member.cpu());
            waits &= member.waits() || member.zombie();
        }
        return new State(waits, cpu, output.written());
    }

    private record State(boolean waits, Duration cpu, long printed) {}
}
