package io.github.sockspec.cli;

import io.github.sockspec.run.Progress;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.verdict.CaseResult;

/** Shows nothing while cases run. */
enum Silence implements Progress {
    INSTANCE;

    @Override
    public void started(int cases) {}

    @Override
    public void finished(CaseResult result, Implementation implementation) {}
}
