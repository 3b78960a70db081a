package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.verdict.Outcome;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final List<String> NONE = List.of();
    private static final List<String> ONE = List.of("something");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String PROGRAM = "mine";

    static Judgement result(String id, Outcome outcome, String reason) {
        return new Judgement(new Place(PROGRAM, id), outcome, Judgement.said(reason, "", ""));
    }

    static Found found(Judgement... judgements) {
        return new Found(Set.of(PROGRAM), List.of(judgements), List.of(), List.of(), Shard.WHOLE);
    }

    private static Judgement[] judgements(Outcome... outcomes) {
        return Arrays.stream(outcomes)
                .map(outcome -> result("exec/server/EXEC-5/" + outcome.word(), outcome, "why"))
                .toArray(Judgement[]::new);
    }

    private static KnownFailures known(String pattern, String contains, String until) {
        return new KnownFailures(List.of(new KnownFailure(
                new Glob(pattern), "later", contains, Optional.of(LocalDate.parse(until)), Optional.empty())));
    }

    private static final KnownFailures EXCUSED = known("fail", "why", "2026-11-22");

    private static Gate.Passage gate(Gate gate, List<String> errors, Outcome... outcomes) {
        return gate.judge(new Found(Set.of(PROGRAM), List.of(judgements(outcomes)), List.of(), errors, Shard.WHOLE));
    }

    private static ExitStatus gate(List<String> complaints, List<String> errors, Outcome... outcomes) {
        KnownFailures known = complaints.isEmpty() ? KnownFailures.NONE : known("EXEC-99", "x", "2027-01-01");
        return gate(new Gate(known, Optional.empty(), TODAY), errors, outcomes).exit();
    }

    private static Gate.Passage against(KnownFailures baseline, Outcome... outcomes) {
        return gate(new Gate(KnownFailures.NONE, Optional.of(baseline), TODAY), NONE, outcomes);
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
    }

    @Test
    void of_complaint_isARegression() {
        assertEquals(ExitStatus.REGRESSION, gate(ONE, NONE, Outcome.PASS));
    }

    @Test
    void of_errorOrTrouble_isTrouble() {
        assertEquals(ExitStatus.TROUBLE, gate(NONE, ONE, Outcome.PASS));
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
    void of_knownFailure_isToleratedAndSaid() {
        Gate gate = new Gate(EXCUSED, Optional.empty(), TODAY);

        Gate.Passage passage = gate(gate, NONE, Outcome.PASS, Outcome.FAIL);

        assertEquals(ExitStatus.HOLDS, passage.exit());
        assertEquals(List.of("1 finding is known and excused"), passage.notes());
    }

    @Test
    void of_knownFailureThatFailsOtherwise_isBroken() {
        Gate gate = new Gate(known("fail", "else", "2027-01-01"), Optional.empty(), TODAY);

        assertEquals(ExitStatus.BROKEN, gate(gate, NONE, Outcome.FAIL).exit());
    }

    @Test
    void of_knownFailureWhoseTimeIsOver_isBrokenAndSaid() {
        Gate gate = new Gate(EXCUSED, Optional.empty(), TODAY.plusDays(1));

        Gate.Passage passage = gate(gate, NONE, Outcome.FAIL);

        assertEquals(ExitStatus.BROKEN, passage.exit());
        assertEquals(List.of("known failure fail was tolerated until 2026-11-22 (later)"), passage.notes());
    }

    @Test
    void baseline_thatKnowsAllFindings_holds() {
        assertEquals(
                ExitStatus.HOLDS, against(EXCUSED, Outcome.PASS, Outcome.FAIL).exit());
    }

    @Test
    void baseline_thatDoesNotKnowAFailure_isWorseAndNotBroken() {
        Gate.Passage passage = against(KnownFailures.NONE, Outcome.PASS, Outcome.FAIL);

        assertEquals(ExitStatus.REGRESSION, passage.exit());
        assertEquals(List.of("worse than the baseline: mine: exec/server/EXEC-5/fail: why"), passage.notes());
    }

    @Test
    void baseline_thatDoesNotKnowAWarning_isWorse() {
        assertEquals(
                ExitStatus.REGRESSION, against(KnownFailures.NONE, Outcome.WARN).exit());
    }

    @Test
    void baseline_entryThatPassesNow_failsTheGateSoThatItIsTakenOut() {
        KnownFailures baseline = known("pass", "why", "2027-01-01");

        Gate.Passage passage = against(baseline, Outcome.PASS);

        assertEquals(ExitStatus.REGRESSION, passage.exit());
        assertEquals(List.of("known failure pass passes now (later)"), passage.notes());
    }

    @Test
    void baseline_whoseTimeIsOver_isWorseAndSaid() {
        Gate gate = new Gate(KnownFailures.NONE, Optional.of(EXCUSED), TODAY.plusDays(1));

        Gate.Passage passage = gate(gate, NONE, Outcome.FAIL);

        assertEquals(ExitStatus.REGRESSION, passage.exit());
        assertEquals(2, passage.notes().size(), passage.notes()::toString);
    }

    @Test
    void baseline_thatKnowsSomethingInconclusive_holds() {
        assertEquals(
                ExitStatus.HOLDS,
                against(known("inconclusive", "why", "2027-01-01"), Outcome.PASS, Outcome.INCONCLUSIVE)
                        .exit());
    }

    @Test
    void baseline_entryOfWhatWasNotAskedFor_isNoComplaint() {
        Gate gate = new Gate(KnownFailures.NONE, Optional.of(known("EXEC-6", "x", "2027-01-01")), TODAY);
        Place elsewhere = new Place(PROGRAM, "exec/server/EXEC-6/two@joined");

        Gate.Passage passage = gate.judge(
                new Found(Set.of(PROGRAM), List.of(judgements(Outcome.PASS)), List.of(elsewhere), NONE, Shard.WHOLE));

        assertEquals(ExitStatus.HOLDS, passage.exit(), passage.notes()::toString);
    }

    @Test
    void baseline_entryOfAProgramThatIsNotJudged_isSaidAndFailsNothing() {
        KnownFailures of = new KnownFailures(
                List.of(new KnownFailure(new Glob("EXEC-5"), "later", "x", Optional.empty(), Optional.of("another"))));

        Gate.Passage passage = against(of, Outcome.PASS);

        assertEquals(ExitStatus.HOLDS, passage.exit());
        assertEquals(List.of("known failures of another are not looked at: it is not judged here"), passage.notes());
    }

    @Test
    void shard_withoutACase_holds() {
        Found nothing = new Found(Set.of(PROGRAM), List.of(), List.of(), NONE, new Shard(2, 3));

        assertEquals(
                ExitStatus.HOLDS, Gate.of(KnownFailures.NONE).judge(nothing).exit());
    }

    @Test
    void code_ofEachStatus_isAsDocumented() {
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6),
                Arrays.stream(ExitStatus.values()).map(ExitStatus::code).toList());
    }
}
