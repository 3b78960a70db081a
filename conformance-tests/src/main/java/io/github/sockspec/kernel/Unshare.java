package io.github.sockspec.kernel;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** util-linux's {@code unshare}, which starts a program in a network namespace of its own. */
public final class Unshare {
    public static final Unshare HERE = new Unshare("unshare");

    private static final int PATIENCE_SECONDS = 5;

    private final String program;
    private Optional<Optional<List<String>>> prefix = Optional.empty();

    public Unshare(String program) {
        this.program = program;
    }

    /** The words to put before a command; empty when this system allows no such namespace. Tried out once. */
    public synchronized Optional<List<String>> prefix() {
        if (prefix.isEmpty()) {
            // Root needs no user namespace, which would hide who it is; everybody else gets the rights by one.
            prefix = Optional.of(List.of("-n", "-rn").stream()
                    .map(option -> List.of(program, option, "--"))
                    .filter(Unshare::works)
                    .findFirst());
        }
        return prefix.get();
    }

    private static boolean works(List<String> words) {
        try {
            Process trial = new ProcessBuilder(words.get(0), words.get(1), words.get(2), "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = trial.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            trial.destroyForcibly();
            return ended && trial.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String toString() {
        return program + " -n and " + program + " -rn both fail";
    }
}
