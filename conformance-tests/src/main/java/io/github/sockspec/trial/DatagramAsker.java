package io.github.sockspec.trial;

import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.DatagramMessages;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.program.Instance;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Lifetime;
import io.github.sockspec.wire.DatagramCarrier;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks to a server's instances in datagrams, and knows which of them has given the one reply that it lives for. */
final class DatagramAsker implements AutoCloseable {
    private final DatagramMessages messages;
    private final DatagramCarrier carrier;
    private final Supplier<Limits> limits;
    private @Nullable Instance spent;

    private DatagramAsker(Dialect dialect, Supplier<Limits> limits) {
        this.messages = new DatagramMessages(dialect);
        this.carrier = new DatagramCarrier(limits);
        this.limits = limits;
    }

    /** One for a dialect that is spoken in datagrams. */
    static Optional<DatagramAsker> of(Dialect dialect, Supplier<Limits> limits) {
        return dialect.protocol().datagrams() ? Optional.of(new DatagramAsker(dialect, limits)) : Optional.empty();
    }

    DatagramMessages messages() {
        return messages;
    }

    /** Whether an instance ends after one reply. */
    boolean onlyOnce() {
        return messages.dialect().lifetime() == Lifetime.ONE;
    }

    /** Asks an instance; where it ends after one reply, by its own nature, that end is waited for. */
    Observation ask(Instance instance, DatagramConversation asking, DatagramPlan plan) {
        if (!onlyOnce()) {
            return carrier.carry(instance.address(), asking, plan);
        }
        spent = instance;
        return carrier.carry(
                instance.address(), asking, () -> Waiting.until(limits.get().guardedWait(), () -> !instance.alive()));
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
