package io.github.sockspec.run;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.verdict.CaseResult;

/** Nobody looks on while cases run. */
public enum NoProgress implements Progress {
    INSTANCE;

    @Override
    public void started(int cases) {}

    @Override
    public void finished(CaseResult result, Implementation implementation) {}
}
