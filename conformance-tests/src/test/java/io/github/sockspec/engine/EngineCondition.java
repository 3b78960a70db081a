package io.github.sockspec.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips what needs an engine where there is none, and leaves a mark for the end of the build to speak of. */
public final class EngineCondition implements ExecutionCondition {
    /** Whose presence at the end of the build means that tests were skipped. */
    private static final Path MARK = Path.of(System.getProperty("sockspec.home", ".."))
            .resolve("conformance-tests/target/container-tests-did-not-run");

    /** Whether an engine was asked for: then {@code EngineTest} fails where there is none. */
    static boolean required() {
        return "required".equals(System.getProperty("sockspec.engine"));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = Engine.missing();
        mark(missing);
        return missing.map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("a container engine answers"));
    }

    private static void mark(Optional<String> missing) {
        try {
            if (missing.isPresent()) {
                Files.writeString(MARK, missing.get() + "\n");
            } else {
                Files.deleteIfExists(MARK);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
