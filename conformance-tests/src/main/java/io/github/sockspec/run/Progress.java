package io.github.sockspec.run;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.verdict.CaseResult;

/** Told how a run goes on; called from several threads. */
public interface Progress {
    /** The run starts, with that many cases over all implementations. */
    void started(int cases);

    /** One case has its result. */
    void finished(CaseResult result, Implementation implementation);
}
