package io.github.sockspec.run;

import io.github.sockspec.program.Identity;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.verdict.CaseResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that was found out about one implementation.
 *
 * @param identity which program was really judged; empty when it never ran
 * @param latency the longest of a few plain conversations measured at the start; empty when none was answered
 * @param patience how long an answer was waited for, scaled with that
 * @param cases in the order of their names
 * @param learned what was learned of its answers: a line for each message of which that was asked
 * @param trouble what kept the suite or its surroundings from working, if anything did
 */
public record RunResult(
        Implementation implementation,
        Optional<Identity> identity,
        Optional<Duration> latency,
        Duration patience,
        List<CaseResult> cases,
        List<String> learned,
        Optional<String> trouble) {
    public RunResult {
        cases = List.copyOf(cases);
        learned = List.copyOf(learned);
    }
}
