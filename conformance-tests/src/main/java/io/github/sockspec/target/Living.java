package io.github.sockspec.target;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The programs that were started, those that do not listen yet among them, so that none outlives this process when it is asked to stop. */
final class Living {
    private static final Set<LaunchedProgram> PROGRAMS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> PROGRAMS.forEach(LaunchedProgram::close), "sockspec last end"));
    }

    private Living() {}

    static void add(LaunchedProgram program) {
        PROGRAMS.add(program);
    }

    static void remove(LaunchedProgram program) {
        PROGRAMS.remove(program);
    }
}
