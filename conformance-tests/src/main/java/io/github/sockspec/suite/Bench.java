package io.github.sockspec.suite;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Phrasebook;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Instance;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.Limits;
import io.github.sockspec.wire.Seat;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One running instance of a server, and what it takes to talk to it. Used by one case at a time. */
final class Bench implements AutoCloseable {
    /** How many plain conversations are timed at a start. */
    private static final int MEASUREMENTS = 3;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(2);

    /** For one that did not answer plainly at its start: whatever else it leaves unanswered shall cost less. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);

    private static final Duration MOST_PATIENCE = Duration.ofSeconds(10);

    /** How many times its usual time a program may take before it counts as silent. */
    private static final int PATIENCE_FACTOR = 50;

    private final Implementation implementation;
    private final Starter starter;
    private final Seat seat;
    private final Carrier carrier = Carrier.confirming(Limits.UNMEASURED);
    private final Optional<Greeter> greeter;
    private Instance instance;
    private Optional<Duration> latency = Optional.empty();
    private boolean answersPlainly;

    Bench(Implementation implementation, Starter starter, Seat seat) {
        this.implementation = implementation;
        this.starter = starter;
        this.seat = seat;
        this.greeter = Greeter.of(implementation.dialect(), carrier::limits);
        seat.take();
        this.instance = starter.start(OptionalInt.empty());
        boolean measured = false;
        try {
            measure();
            measured = true;
        } finally {
            if (!measured) {
                close();
            }
        }
    }

    /** Times a few plain conversations; deadlines scale with the longest of them, but for the first: it warms up. */
    private void measure() {
        if (control() != Finding.HOLDS) {
            return;
        }
        for (int time = 0; time < MEASUREMENTS; time++) {
            greeter.ifPresent(hello -> hello.renew(this));
            long before = System.nanoTime();
            if (control() != Finding.HOLDS) {
                carrier.limits(Limits.UNMEASURED.patient(LAST_PATIENCE));
                return;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            latency = Optional.of(
                    latency.filter(longest -> longest.compareTo(took) > 0).orElse(took));
        }
        answersPlainly = true;
        // A silence that a busy machine made looks like any other, so the first is waited for long; see carry.
        Duration first = implementation.protocol().datagrams() ? usual() : MOST_PATIENCE;
        carrier.limits(Limits.UNMEASURED.patient(first));
    }

    static Duration patience(Duration latency) {
        Duration scaled = latency.multipliedBy(PATIENCE_FACTOR);
        return scaled.compareTo(LEAST_PATIENCE) < 0
                ? LEAST_PATIENCE
                : scaled.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : scaled;
    }

    /** Brings the calling thread to where the instance runs. */
    void engage() {
        seat.take();
    }

    Instance instance() {
        return instance;
    }

    Carrier carrier() {
        return carrier;
    }

    /** What speaks to it in datagrams, where that is its protocol. */
    Optional<Greeter> greeter() {
        return greeter;
    }

    /** The longest of the conversations timed at the start; empty when one was not answered. */
    Optional<Duration> latency() {
        return latency;
    }

    /** The conversation of that name, in this implementation's dialect. */
    Conversation conversation(String name, Map<String, String> placeholders) {
        Accounts accounts = implementation.accounts();
        return Phrasebook.of(implementation.dialect(), accounts)
                .speak(Scripts.of(implementation.protocol(), name), placeholders);
    }

    /**
     * Says {@code conversation} on a connection of its own. A program that has once let the longest wait pass is waited for
     * as long as its own latency suggests from then on: what it leaves unanswered shall not cost so much each time.
     */
    Observation carry(Conversation conversation, Delivery delivery) {
        Observation seen = carrier.carry(instance.address(), conversation, delivery);
        if (seen.has(Fact.Quiet.class)) {
            carrier.limits(Limits.UNMEASURED.patient(answersPlainly ? usual() : LAST_PATIENCE));
        }
        return seen;
    }

    private Duration usual() {
        return latency.map(Bench::patience).orElse(LAST_PATIENCE);
    }

    Connection open() {
        return carrier.open(instance.address());
    }

    /** A plain conversation: does it still serve? */
    Finding control() {
        if (greeter.isPresent()) {
            return greeter.get().control(this);
        }
        Conversation plain = conversation("plain", Map.of());
        Delivery whole = Delivery.of(plain.shape().messages());
        return ConversationJudge.judge(plain, whole, carry(plain, whole));
    }

    /** Whether it still runs and serves. */
    boolean serves() {
        return instance.alive() && control() == Finding.HOLDS;
    }

    /** Whether a plain conversation was answered when it started; if not, nothing beyond that can be shown. */
    boolean answersPlainly() {
        return answersPlainly;
    }

    /** Makes sure, behind a case, that the next one finds a program that serves. */
    void settle() {
        restartIfNeeded();
    }

    /** Ends the instance; another must be started before anything else is asked of it. */
    void stop() {
        instance.close();
    }

    /** Starts another instance where the last one listened. */
    void startOnSamePort() {
        instance = starter.start(OptionalInt.of(instance.address().getPort()));
    }

    /** Ends the instance and starts another. */
    void restart() {
        instance.close();
        instance = starter.start(OptionalInt.empty());
    }

    /** Starts another instance if this one no longer serves, though it once did; whether it had to. */
    boolean restartIfNeeded() {
        if (!answersPlainly || serves()) {
            return false;
        }
        restart();
        return true;
    }

    @Override
    public void close() {
        instance.close();
        carrier.close();
        greeter.ifPresent(Greeter::close);
    }
}
