package io.github.sockspec.target;

import io.github.sockspec.observation.ProgramRun;
import java.time.Duration;

/** One run of a client or tool under way. Everything it does is bounded by {@link #end()}. For one thread. */
public interface ClientRun extends AutoCloseable {
    /** CPU time within which a program that has nothing more to do has ended; more is spinning. */
    Duration IDLE_CPU = Duration.ofMillis(750);

    /** Gives it one line of input. */
    void type(String line);

    /**
     * Expects that it ends by itself. Nothing more need come to it from now on but the end of its connection; its input
     * stays open.
     *
     * @param cpu the CPU time it may use from now on before that is a fact against it
     */
    void expectEnd(Duration cpu);

    /** Ends its input, and expects its end. One that was expected to end before, and ends only now, waited for its user. */
    void endInput(Duration cpu);

    /** Waits until it asks for input that it was not given; false when it was not seen to within {@code patience}. */
    boolean awaitsInput(Duration patience);

    /** Whether it has ended, or has shown that it will not end by itself: it spins, or writes without end. */
    boolean over();

    /** What it showed; ends it with everything it started if it has not ended by itself. */
    ProgramRun end();

    /** Ends it with everything it started. */
    @Override
    void close();
}
