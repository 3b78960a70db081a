package io.github.sockspec.run;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.verdict.CaseResult;

/** Progress as lines, for whoever reads a build's log. */
final class Lines {
    static final Progress PROGRESS = new Progress() {
        @Override
        public void started(int cases) {
            System.out.println(cases + " cases");
        }

        @Override
        public void finished(CaseResult result, Implementation implementation) {
            System.out.printf(
                    "%-14s %-52s %4d/%4d/%4d %6d ms %s%n",
                    result.outcome(),
                    result.id(),
                    result.tally().confirmed(),
                    result.tally().tried(),
                    result.tally().planned(),
                    result.took().toMillis(),
                    result.reason());
        }
    };

    private Lines() {}
}
