package io.github.sockspec.trial;

import io.github.sockspec.kernel.CpuCore;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.program.CoreAssignment;
import io.github.sockspec.program.Identity;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Instances;
import io.github.sockspec.program.ResourceLimits;
import io.github.sockspec.program.StartFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One implementation under judgement, with the instances of it that run. Each case has an instance to itself while it
 * lasts. An implementation that runs in the harness's own process has a second kind, in a process of its own, for the
 * cases that look at what a process holds.
 */
public final class ProgramUnderTest implements AutoCloseable {
    private final Implementation implementation;
    private final Pool shared;
    private final Pool ownProcess;
    private final AtomicReference<@Nullable Identity> identity = new AtomicReference<>();
    private final AtomicReference<@Nullable Duration> latency = new AtomicReference<>();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private final BytesAfterEnd bytesAfterEnd = new BytesAfterEnd();
    private final ShownSilences shownSilences = new ShownSilences();
    private final AnswerLearning learning;

    private final int most;
    private @Nullable ClientUnderTest clientUnderTest;

    private ProgramUnderTest(Implementation implementation, int most) {
        this.implementation = implementation;
        this.most = most;
        learning = new AnswerLearning(implementation.conversations());
        shared = pool(implementation, implementation.start().repeatable() ? most : 1, CpuCore::next);
        ownProcess = implementation.start().inThisProcess()
                ? pool(Implementation.launchedReference(implementation.protocol()), most, () -> CpuCore.ANYWHERE)
                : shared;
    }

    /**
     * A candidate of which nothing runs yet.
     *
     * @param most how many instances may run side by side, where the program can be started more than once
     */
    public static ProgramUnderTest of(Implementation implementation, int most) {
        return new ProgramUnderTest(implementation, most);
    }

    private Pool pool(Implementation started, int size, Supplier<CpuCore> cores) {
        InstanceStarter starter = port -> Instances.start(started, new CoreAssignment(OptionalInt.empty(), port));
        return new Pool(
                () -> FirstConversations.of(
                        new ServerUnderTest(started, starter, cores.get(), controls(started)), learning),
                size);
    }

    private static Supplier<ReferenceControl> controls(Implementation implementation) {
        return () -> ReferenceControl.ofServer(implementation.protocol());
    }

    public Implementation implementation() {
        return implementation;
    }

    /** What it takes to run it, where it is a client or a tool. */
    public synchronized ClientUnderTest clientUnderTest() {
        ClientUnderTest known = clientUnderTest;
        if (known == null) {
            known = new ClientUnderTest(implementation, 2 * most);
            clientUnderTest = known;
        }
        return known;
    }

    /** Which program a case has run, and how long a plain conversation took with it. */
    public void seen(Identity which, Optional<Duration> plain) {
        identity.compareAndSet(null, which);
        plain.ifPresent(measured -> latency.accumulateAndGet(measured, ProgramUnderTest::longer));
    }

    /**
     * An instance for one case, started if none is idle.
     *
     * @throws StartFailure when it can't be started
     */
    public ServerUnderTest lease(ProcessSharing process) {
        String before = trouble.get();
        if (before != null && identity.get() == null) {
            // It never ran: waiting for it once is enough.
            throw new StartFailure(before);
        }
        try {
            ServerUnderTest underTest = pool(process).lease();
            identity.compareAndSet(null, underTest.instance().identity());
            underTest.latency().ifPresent(measured -> latency.accumulateAndGet(measured, ProgramUnderTest::longer));
            return underTest;
        } catch (StartFailure | WireFailure failed) {
            trouble(String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    /**
     * An instance for one case alone, in a container that allows no more than this; the case closes it. Ends the case when
     * there is no container, and when the program does not start in it.
     */
    ServerUnderTest confined(ResourceLimits allowance) {
        if (implementation.start().contained().isEmpty()) {
            throw CaseStop.notApplicable("it does not run in a container, so there is nothing to limit it by");
        }
        InstanceStarter starter = port -> Instances.confined(implementation, allowance);
        try {
            return FirstConversations.of(
                    new ServerUnderTest(implementation, starter, CpuCore.ANYWHERE, controls(implementation)), learning);
        } catch (StartFailure tooLittle) {
            // It starts elsewhere, and no clause says with how little it must: nothing is shown, in this case alone.
            throw CaseStop.inconclusive(String.valueOf(tooLittle.getMessage()));
        }
    }

    /** What is known of what it sends when its client's stream ends. */
    BytesAfterEnd bytesAfterEnd() {
        return bytesAfterEnd;
    }

    /** Under which clauses it was seen to be silent. */
    ShownSilences shownSilences() {
        return shownSilences;
    }

    /** Takes an instance back, to be used for the next case. */
    public void giveBack(ServerUnderTest underTest, ProcessSharing process) {
        pool(process).giveBack(underTest);
    }

    /** Ends an instance that can't be used again; a fresh one takes its place when one is needed. */
    public void discard(ServerUnderTest underTest, ProcessSharing process) {
        pool(process).discard(underTest);
    }

    private Pool pool(ProcessSharing process) {
        return process == ProcessSharing.OWN ? ownProcess : shared;
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }

    /** Something kept it from being started. */
    public void trouble(String message) {
        trouble.compareAndSet(null, message);
    }

    /** How long an answer is waited for, when a plain conversation takes {@code latency}. */
    public static Duration patience(Optional<Duration> latency) {
        return latency.map(Patience.Of.ANSWER::suggestedBy).orElse(Limits.UNMEASURED.patience());
    }

    /** Which program was really judged; empty before the first case. */
    public Optional<Identity> identity() {
        return Optional.ofNullable(identity.get());
    }

    /** The longest plain conversation measured at a start; empty when none was answered. */
    public Optional<Duration> latency() {
        return Optional.ofNullable(latency.get());
    }

    /** What was learned of its answers, a line for each message; none where nothing was to be learned, or not yet. */
    public List<String> learned() {
        return learning.lines();
    }

    /** What kept it from being started, if anything did. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble.get());
    }

    @Override
    public synchronized void close() {
        shared.close();
        ownProcess.close();
        ClientUnderTest known = clientUnderTest;
        if (known != null) {
            known.close();
        }
    }
}
