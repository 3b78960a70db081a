package io.github.sockspec.run;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.TestAbortedException;

/** Notices what goes wrong in the suite itself: a case that broke before it could give a result. */
final class SuiteErrors implements TestExecutionListener {
    private final List<String> errors = new ArrayList<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        result.getThrowable()
                .filter(thrown -> !(thrown instanceof AssertionError) && !(thrown instanceof TestAbortedException))
                .ifPresent(thrown -> note(test, thrown));
    }

    private synchronized void note(TestIdentifier test, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        errors.add("suite error in " + test.getDisplayName() + ": " + thrown
                + (trace.length > 0 ? " at " + trace[0] : ""));
    }

    /** One line for each, in the order they came. */
    synchronized List<String> errors() {
        return List.copyOf(errors);
    }
}
