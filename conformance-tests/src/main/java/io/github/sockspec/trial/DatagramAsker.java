package io.github.sockspec.trial;

import io.github.sockspec.conversation.Conversations;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.DatagramMessages;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Instance;
import io.github.sockspec.protocol.Lifetime;
import io.github.sockspec.wire.DatagramCarrier;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks to a server's instances in datagrams, and knows which of them has given the one reply that it lives for. */
final class DatagramAsker implements AutoCloseable {
    private final Conversations conversations;
    private final Lifetime lifetime;
    private final DatagramCarrier carrier;
    private final Supplier<Limits> limits;
    private @Nullable Instance spent;

    private DatagramAsker(Implementation implementation, Supplier<Limits> limits) {
        this.conversations = implementation.conversations();
        this.lifetime = implementation.dialect().lifetime();
        this.carrier = new DatagramCarrier(limits);
        this.limits = limits;
    }

    /** One for a program that is spoken to in datagrams. */
    static Optional<DatagramAsker> of(Implementation implementation, Supplier<Limits> limits) {
        return implementation.protocol().datagrams()
                ? Optional.of(new DatagramAsker(implementation, limits))
                : Optional.empty();
    }

    /** What can be said in the cases of that name. */
    DatagramMessages messages(String conversation) {
        return conversations.inDatagrams(conversation);
    }

    /** What asks whether it still serves. */
    DatagramConversation probe() {
        return messages(conversations.probe()).probe();
    }

    /** Whether an instance ends after one reply. */
    boolean onlyOnce() {
        return lifetime == Lifetime.ONE;
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
