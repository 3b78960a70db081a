package io.github.sockspec.suite;

import io.github.sockspec.conversation.Asking;
import io.github.sockspec.conversation.Greetings;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.spec.Lifetime;
import io.github.sockspec.target.Instance;
import io.github.sockspec.verdict.DatagramJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.DatagramCarrier;
import io.github.sockspec.wire.Limits;
import io.github.sockspec.wire.Waiting;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks to a bench's instance in datagrams, and has a new one started where an instance lives for one reply only. */
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

    /** One request. */
    Observation askPlainly(Bench bench) {
        return ask(bench, greetings.plain(), DatagramPlan.AS_SENT);
    }

    /** Was that request answered? What else came is for the cases to see. */
    Finding served(Observation plainly) {
        return DatagramJudge.served(greetings.plain(), plainly);
    }

    /** Asks an instance that has not ended by its own nature; where it will, its end is waited for. */
    Observation ask(Bench bench, Asking asking, DatagramPlan plan) {
        renew(bench);
        if (!onlyOnce()) {
            return carrier.carry(bench.instance().address(), asking, plan);
        }
        Instance instance = bench.instance();
        spent = instance;
        return carrier.carry(
                instance.address(), asking, () -> Waiting.until(limits.get().vigil(), () -> !instance.alive()));
    }

    /** Starts another instance if this one has given its one reply. */
    void renew(Bench bench) {
        if (bench.instance().equals(spent)) {
            bench.restart();
        }
    }

    @Override
    public void close() {
        carrier.close();
    }
}
