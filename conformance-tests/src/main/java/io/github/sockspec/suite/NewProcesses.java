package io.github.sockspec.suite;

import io.github.sockspec.kernel.ProcessSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Processes of a server that came after a moment.
 *
 * @param before those that it had by then
 * @param processes those that came
 */
record NewProcesses(List<ProcessSnapshot> before, List<ProcessSnapshot> processes) {
    NewProcesses {
        before = List.copyOf(before);
        processes = List.copyOf(processes);
    }

    /** Those that a server has {@code now} and had not {@code before}. */
    static NewProcesses of(List<ProcessSnapshot> before, List<ProcessSnapshot> now) {
        return new NewProcesses(
                before,
                now.stream()
                        .filter(process -> before.stream().noneMatch(process::same))
                        .toList());
    }

    /**
     * Those of them that are left. A process whose parent has gone belongs to nobody's tree, so each is looked at by itself.
     *
     * @param look a process as it is now; empty when it is no more
     */
    NewProcesses left(Function<ProcessSnapshot, Optional<ProcessSnapshot>> look) {
        return new NewProcesses(
                before,
                processes.stream()
                        .flatMap(process -> look.apply(process).stream())
                        .filter(process -> !process.zombie() || waitsForThem(process))
                        .toList());
    }

    /** One that has ended and was handed to the system's first process waits for that one, not for the server. */
    private boolean waitsForThem(ProcessSnapshot zombie) {
        return Stream.concat(before.stream(), processes.stream()).anyMatch(other -> other.pid() == zombie.parent());
    }

    boolean any() {
        return !processes.isEmpty();
    }
}
