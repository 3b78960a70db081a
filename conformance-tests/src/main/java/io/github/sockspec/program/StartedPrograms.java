package io.github.sockspec.program;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The programs that were started, those that do not listen yet among them, so that none outlives this process when it is asked to stop. */
final class StartedPrograms {
    private static final Set<AutoCloseable> PROGRAMS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> PROGRAMS.forEach(StartedPrograms::end), "sockspec last end"));
    }

    private StartedPrograms() {}

    private static void end(AutoCloseable program) {
        try {
            program.close();
        } catch (Exception left) {
            // Others are still to be ended; what an engine has not removed, the next run that finds it removes.
        }
    }

    static void add(AutoCloseable program) {
        PROGRAMS.add(program);
    }

    static void remove(AutoCloseable program) {
        PROGRAMS.remove(program);
    }
}
