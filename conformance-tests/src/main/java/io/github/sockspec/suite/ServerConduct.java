package io.github.sockspec.suite;

import io.github.sockspec.kernel.CpuCore;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.program.StartFailure;
import io.github.sockspec.trial.ProcessSharing;
import io.github.sockspec.trial.ProgramUnderTest;
import io.github.sockspec.trial.ServerUnderTest;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.CaseResult;
import java.util.function.Consumer;

/** One case carried out against one server, of which it has an instance to itself. */
final class ServerConduct extends Conduct<Trial> {
    private final ProcessSharing process;
    private final Consumer<Trial> steps;

    ServerConduct(Trial trial, Conditions conditions, ProgramUnderTest candidate, Consumer<Trial> steps) {
        super(trial, conditions, candidate);
        process = conditions.process();
        this.steps = steps;
    }

    @Override
    CaseResult conduct() {
        ServerUnderTest underTest = candidate().lease(process);
        try {
            underTest.engage();
            underTest.begin(trial().name().clause().grade());
            trial().begin(underTest);
            begin();
            conditions().within().ifPresent(trial()::confine);
            steps.accept(trial());
            return closed();
        } finally {
            try {
                trial().end();
            } finally {
                handOn(underTest);
                CpuCore.ANYWHERE.take();
                NetworkNamespace.HERE.enter();
            }
        }
    }

    /** However the case ended, the next one finds a program that serves: this instance, or in its place another. */
    private void handOn(ServerUnderTest underTest) {
        boolean settled = false;
        try {
            underTest.settle();
            settled = true;
        } catch (StartFailure | WireFailure gone) {
            // The next case starts another one, or says why none can be started.
        } finally {
            if (settled) {
                candidate().giveBack(underTest, process);
            } else {
                candidate().discard(underTest, process);
            }
        }
    }
}
