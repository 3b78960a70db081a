package io.github.sockspec.suite;

import io.github.sockspec.trial.Trial;
import java.util.UUID;

/** A fresh directory on the server's own machine, made and removed by the commands it runs: it may be anywhere. */
public final class CommandDirectory {
    private CommandDirectory() {}

    /** Carries {@code statements} out with {@code {scratch}} standing for the directory. */
    public static void in(Trial trial, Runnable statements) {
        trial.let("scratch", "/tmp/sockspec-" + UUID.randomUUID());
        trial.requireDecidable();
        trial.prepares("make-scratch");
        trial.clearsUpBy("remove-scratch");
        try {
            statements.run();
        } finally {
            trial.attempts("remove-scratch");
        }
    }
}
