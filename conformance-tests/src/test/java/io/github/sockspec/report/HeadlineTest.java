package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeadlineTest {
    @Test
    void of_allConfirmed_holdsWithoutDoubt() {
        assertEquals("1 clause in 1 case", rest(ExitStatus.HOLDS, Sample.run(Sample.course(), pass(9, 9))));
    }

    @Test
    void of_passWithoutAConfirmedCut_saysSo() {
        assertEquals(
                "1 clause in 1 case; beware: no cut confirmed",
                rest(ExitStatus.HOLDS, Sample.run(Sample.course(), pass(9, 0))));
    }

    @Test
    void of_passWithoutADelivery_saysSo() {
        assertEquals(
                "1 clause in 1 case; beware: no cut was made",
                rest(ExitStatus.HOLDS, Sample.run(Sample.course(), pass(0, 0))));
    }

    @Test
    void of_warning_namesTheShould() {
        assertEquals(
                "1 clause in 2 cases; a SHOULD does not: EXEC-13",
                rest(
                        ExitStatus.HOLDS,
                        Sample.run(
                                Sample.course(),
                                pass(9, 9),
                                Sample.plain("b", Clause.required("EXEC-13"), Outcome.WARN, "one at a time"))));
    }

    @Test
    void of_troubleWithAnImplementation_saysWhich() {
        RunResult run = new RunResult(
                Sample.course(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(2),
                List.of(),
                List.of(),
                Optional.of("port 8008 is in use"));

        assertEquals("course-exec-server: port 8008 is in use", rest(ExitStatus.TROUBLE, run));
    }

    @Test
    void of_noRuns_neverReadsAsSuccess() {
        Headline headline = Headline.of(Recording.of(Sample.results(ExitStatus.NOTHING_RAN)));

        assertEquals("NOTHING RAN", headline.word());
        assertEquals(Colour.Shade.BAD, headline.shade());
    }

    private static io.github.sockspec.verdict.CaseResult pass(int deliveries, int confirmed) {
        return Sample.pass("exec/server/EXEC-1/echo@whole", Clause.required("EXEC-1"), deliveries, confirmed);
    }

    private static String rest(ExitStatus exit, RunResult run) {
        return Headline.of(Recording.of(Sample.results(exit, run))).rest();
    }
}
