package io.github.sockspec.target;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The programs that were started, those that do not listen yet among them, so that none outlives this process when it is asked to stop. */
final class Living {
    private static final Set<AutoCloseable> PROGRAMS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> PROGRAMS.forEach(Living::end), "sockspec last end"));
    }

    private Living() {}

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
