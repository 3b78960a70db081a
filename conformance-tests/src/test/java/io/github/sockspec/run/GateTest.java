package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.spec.Clause;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.Role;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final List<String> NONE = List.of();
    private static final List<String> ONE = List.of("something");

    static CaseResult result(String id, Outcome outcome, String reason) {
        return CaseResult.plain(id, Clause.EXEC_5, outcome, reason, Duration.ZERO);
    }

    private static RunResult run(Optional<String> trouble, Outcome... outcomes) {
        return new RunResult(
                Implementation.reference(Protocol.EXEC, Role.SERVER),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                Arrays.stream(outcomes)
                        .map(outcome -> result("exec/server/EXEC-5/" + outcome, outcome, "why"))
                        .toList(),
                trouble);
    }

    private static ExitStatus gate(List<String> complaints, List<String> errors, Outcome... outcomes) {
        return Gate.of(List.of(run(Optional.empty(), outcomes)), KnownFailures.NONE, complaints, errors);
    }

    @Test
    void of_passesAndWarnings_holds() {
        assertEquals(ExitStatus.HOLDS, gate(NONE, NONE, Outcome.PASS));
        assertEquals(ExitStatus.HOLDS, gate(NONE, NONE, Outcome.PASS, Outcome.WARN, Outcome.NOT_APPLICABLE));
    }

    @Test
    void of_oneFailure_isBroken() {
        assertEquals(ExitStatus.BROKEN, gate(NONE, NONE, Outcome.PASS, Outcome.FAIL));
    }

    @Test
    void of_inconclusive_isNeverGreen() {
        assertEquals(ExitStatus.INCONCLUSIVE, gate(NONE, NONE, Outcome.PASS, Outcome.INCONCLUSIVE));
    }

    @Test
    void of_nothing_isNothingRan() {
        assertEquals(ExitStatus.NOTHING_RAN, gate(NONE, NONE));
        assertEquals(ExitStatus.NOTHING_RAN, gate(NONE, NONE, Outcome.NOT_APPLICABLE));
        assertEquals(ExitStatus.NOTHING_RAN, Gate.of(List.of(), KnownFailures.NONE, NONE, NONE));
    }

    @Test
    void of_complaint_isARegression() {
        assertEquals(ExitStatus.REGRESSION, gate(ONE, NONE, Outcome.PASS));
    }

    @Test
    void of_errorOrTrouble_isTrouble() {
        assertEquals(ExitStatus.TROUBLE, gate(NONE, ONE, Outcome.PASS));
        assertEquals(
                ExitStatus.TROUBLE,
                Gate.of(List.of(run(Optional.of("no port"), Outcome.PASS)), KnownFailures.NONE, NONE, NONE));
    }

    @Test
    void of_several_theFirstInOrderIsGiven() {
        Outcome[] all = {Outcome.FAIL, Outcome.INCONCLUSIVE, Outcome.PASS};
        assertEquals(ExitStatus.TROUBLE, gate(ONE, ONE, all));
        assertEquals(ExitStatus.TROUBLE, gate(NONE, ONE), "trouble comes before nothing ran");
        assertEquals(ExitStatus.NOTHING_RAN, gate(ONE, NONE), "nothing ran comes before a regression");
        assertEquals(ExitStatus.BROKEN, gate(ONE, NONE, all), "broken comes before a regression");
        assertEquals(ExitStatus.REGRESSION, gate(ONE, NONE, Outcome.INCONCLUSIVE), "and that before inconclusive");
    }

    @Test
    void of_knownFailure_isTolerated() {
        KnownFailures known = new KnownFailures(List.of(new KnownFailure(new Glob("EXEC-5"), "later", "why")));
        List<RunResult> runs = List.of(run(Optional.empty(), Outcome.PASS, Outcome.FAIL));
        assertEquals(ExitStatus.HOLDS, Gate.of(runs, known, NONE, NONE));
        KnownFailures another = new KnownFailures(List.of(new KnownFailure(new Glob("EXEC-5"), "later", "else")));
        assertEquals(ExitStatus.BROKEN, Gate.of(runs, another, NONE, NONE));
    }

    @Test
    void code_ofEachStatus_isAsDocumented() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6),
                Arrays.stream(ExitStatus.values()).map(ExitStatus::code).toList());
    }
}
