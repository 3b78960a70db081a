package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.sockspec.kernel.ProcessSnapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewProcessesTest {
    private static final ProcessSnapshot SERVER = process(10, 1, 'S', 100);
    private static final ProcessSnapshot SHELL = process(20, 10, 'S', 200);
    private static final ProcessSnapshot CHILD = process(21, 20, 'S', 201);

    private static ProcessSnapshot process(long pid, long parent, char state, long started) {
        return new ProcessSnapshot(pid, parent, 10, state, 1, Duration.ZERO, started);
    }

    @Test
    void of_processesThatWereNotThere_areThose() {
        NewProcesses newcomers = NewProcesses.of(List.of(SERVER), List.of(SERVER, SHELL, CHILD));
        assertEquals(List.of(SHELL, CHILD), newcomers.processes());
    }

    @Test
    void of_nothingNew_isNone() {
        assertFalse(NewProcesses.of(List.of(SERVER), List.of(SERVER)).any());
    }

    private static List<ProcessSnapshot> left(ProcessSnapshot... now) {
        return NewProcesses.of(List.of(SERVER), List.of(SERVER, SHELL, CHILD))
                .left(process -> Arrays.stream(now).filter(process::same).findFirst())
                .processes();
    }

    @Test
    void left_childOutlivesShellAndServer_isLeft() {
        ProcessSnapshot orphan = process(21, 1, 'S', 201);
        assertEquals(List.of(orphan), left(orphan));
    }

    @Test
    void left_zombieOfTheServer_isLeft() {
        ProcessSnapshot zombie = process(20, 10, 'Z', 200);
        assertEquals(List.of(zombie), left(SERVER, zombie));
    }

    @Test
    void left_zombieHandedToTheFirstProcess_isNotTheServersMatter() {
        assertEquals(List.of(), left(SERVER, process(21, 1, 'Z', 201)));
    }

    @Test
    void left_numberGivenToAnotherProcess_isNotLeft() {
        assertEquals(List.of(), left(SERVER, process(20, 10, 'S', 999)));
    }
}
