package io.github.sockspec.suite;

import io.github.sockspec.conversation.Asking;
import io.github.sockspec.conversation.Greetings;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.spec.Lifetime;
import io.github.sockspec.target.Instance;
import io.github.sockspec.wire.DatagramCarrier;
import io.github.sockspec.wire.Limits;
import io.github.sockspec.wire.Waiting;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks to a server's instances in datagrams, and knows which of them has given the one reply that it lives for. */
final class Greeter implements AutoCloseable {
    private final Greetings greetings;
    private final DatagramCarrier carrier;
    private final Supplier<Limits> limits;
    private @Nullable Instance spent;

    private Greeter(Dialect dialect, Supplier<Limits> limits) {
        this.greetings = new Greetings(dialect);
        this.carrier = new DatagramCarrier(limits);
        this.limits = limits;
    }

    /** One for a dialect that is spoken in datagrams. */
    static Optional<Greeter> of(Dialect dialect, Supplier<Limits> limits) {
        return dialect.protocol().datagrams() ? Optional.of(new Greeter(dialect, limits)) : Optional.empty();
    }

    Greetings greetings() {
        return greetings;
    }

    /** Whether an instance ends after one reply. */
    boolean onlyOnce() {
        return greetings.dialect().lifetime() == Lifetime.ONE;
    }

    /** Asks an instance; where it ends after one reply, by its own nature, that end is waited for. */
    Observation ask(Instance instance, Asking asking, DatagramPlan plan) {
        if (!onlyOnce()) {
            return carrier.carry(instance.address(), asking, plan);
        }
        spent = instance;
        return carrier.carry(
                instance.address(), asking, () -> Waiting.until(limits.get().vigil(), () -> !instance.alive()));
    }

    /** Whether this one has given its one reply, so that another must be started. */
    boolean hasSpent(Instance instance) {
        return instance.equals(spent);
    }

    @Override
    public void close() {
        carrier.close();
    }
}
