package io.github.sockspec.wire;

import io.github.sockspec.observation.Fact;
import java.time.Duration;
import java.util.Optional;

/** How it is made sure that the other side has read one write before the next one goes. */
public interface Confirmation extends AutoCloseable {
    /**
     * Waits until everything sent on {@code connection} was read.
     *
     * @return how that is known; empty when it was not read while {@code vigil} lasted, or the other side is gone
     */
    Optional<Fact.How> awaitTaken(Connection connection, Vigil vigil);

    /** How far the other side of {@code connection} has got with reading, now. */
    default Intake intake(Connection connection) {
        return Intake.UNTOLD;
    }

    @Override
    default void close() {}

    /** The best this system offers: the kernel's word where it can be asked, else {@code gap} at every cut. */
    static Confirmation best(Duration gap) {
        return SockDiag.available() ? new KernelConfirmation(gap) : new TimedConfirmation(gap);
    }
}
