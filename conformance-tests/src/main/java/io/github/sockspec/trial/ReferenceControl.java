package io.github.sockspec.trial;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.patience.ControlConversation;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.program.Identity;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Instance;
import io.github.sockspec.program.Instances;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.TimedConfirmation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The reference in this process, conversed with beside every wait for another program. It runs where the thread that makes
 * it runs, so it is made on the core of the program under test: what keeps that one from its core keeps this one too. What
 * holds a program up may be the processes that it starts; then its control, which its protocol names, starts them too.
 * Safe for use by several threads.
 */
final class ReferenceControl implements AutoCloseable {
    private static final int MEASUREMENTS = 3;

    /** Beyond this a program sleeps rather than works, and that a slow machine does not draw out. */
    static final int MOST_TIMES_SLOWER = 10;

    private static final Limits LIMITS = Limits.UNMEASURED.patient(Duration.ofSeconds(10));

    private final Instance reference;
    private final Conversation plain;
    private final Duration usual;

    /** With that program, measured. */
    ReferenceControl(Implementation implementation) {
        // The program under test may be in another network, and this thread may stand there.
        reference = NetworkNamespace.HERE.within(() -> Instances.start(implementation));
        plain = implementation.conversations().of(implementation.conversations().probe(), Map.of());
        converse();
        Duration longest = Duration.ZERO;
        for (int time = 0; time < MEASUREMENTS; time++) {
            Duration took = converse();
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        usual = longest;
    }

    /** The control of a server of that protocol, measured. */
    static ReferenceControl ofServer(Protocol protocol) {
        return new ReferenceControl(Implementation.reference(Protocol.required(protocol.control()), Role.SERVER));
    }

    /** The control of a client, measured. */
    static ReferenceControl ofClient() {
        return new ReferenceControl(Implementation.reference(Protocol.besideClients(), Role.SERVER));
    }

    /** Which program it is. */
    Identity identity() {
        return reference.identity();
    }

    /** How long its answer took, as it is measured of the program under test; where there was none, how long it was awaited. */
    private Duration converse() {
        long before = System.nanoTime();
        try (Carrier carrier = new Carrier(new TimedConfirmation(Duration.ZERO), LIMITS)) {
            return NetworkNamespace.HERE
                    .within(() -> carrier.carry(
                            reference.address(),
                            plain,
                            Delivery.of(plain.shape().messages())))
                    .answered()
                    .orElseGet(() -> Duration.ofNanos(System.nanoTime() - before));
        }
    }

    /** What stands beside the waits for a program whose plain conversation took {@code latency}, as far as it is known. */
    ControlConversation beside(Optional<Duration> latency) {
        long times = latency.map(took -> took.dividedBy(usual)).orElse(0L);
        return new ControlConversation(this::converse, (int) Math.max(1, Math.min(MOST_TIMES_SLOWER, times)));
    }

    @Override
    public void close() {
        reference.close();
    }
}
