package io.github.sockspec.suite;

import io.github.sockspec.conversation.Asking;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Phrasebook;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.target.Confinement;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Instance;
import io.github.sockspec.target.StartFailure;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.Limits;
import io.github.sockspec.wire.Network;
import io.github.sockspec.wire.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** One running instance of a server, and what it takes to talk to it. Used by one case at a time. */
final class Bench implements AutoCloseable {
    /** How many plain conversations are timed at a start. */
    private static final int MEASUREMENTS = 3;

    /** How many times one of them is had again because this machine was too slow for it. */
    private static final int MOST_SLOW = 5;

    /** A program that takes so long over a plain conversation is slow, if it takes so much longer than the reference. */
    private static final Duration SLOW = Duration.ofMillis(50);

    /** What all deliveries of a case may take such a one, and how many it is asked for all the same. */
    private static final Duration AFFORDABLE = Duration.ofSeconds(10);

    private static final int FEWEST = 64;

    private final Implementation implementation;
    private final Starter starter;
    private final Seat seat;
    private final Carrier carrier = Carrier.confirming(Limits.UNMEASURED);
    private final Patience patience = new Patience(carrier);
    private final Optional<Greeter> greeter;
    private final ReferenceControl control;
    private Optional<Boolean> sideBySide = Optional.empty();
    private Finding opening = Finding.HOLDS;
    private Instance instance;
    private Optional<Observation> plain = Optional.empty();

    /**
     * A bench whose program runs and was measured.
     *
     * @param seat where both run
     * @param controls makes the control beside its waits, there
     */
    Bench(Implementation implementation, Starter starter, Seat seat, Supplier<ReferenceControl> controls) {
        this.implementation = implementation;
        this.starter = starter;
        this.seat = seat;
        this.greeter = Greeter.of(implementation.dialect(), carrier::limits);
        seat.take();
        this.control = controls.get();
        carrier.limits(carrier.limits().beside(control.beside(Optional.empty())));
        boolean measured = false;
        try {
            instance = starter.start(OptionalInt.empty());
            instance.network().enter();
        } catch (StartFailure failed) {
            control.close();
            throw failed;
        }
        try {
            measure();
            measured = true;
        } finally {
            if (!measured) {
                Network.HERE.enter();
                close();
            }
        }
    }

    /** Times a few plain conversations; deadlines scale with the longest of them, but for the first: it warms up. */
    private void measure() {
        for (int round = 0; round <= MEASUREMENTS; round++) {
            opening = unhurried();
            if (opening != Finding.HOLDS) {
                patience.ends();
                return;
            }
            if (round > 0) {
                // Not how long it then takes to close: that many a program leaves to its client for ever.
                plain.flatMap(Observation::answered).ifPresent(patience::measured);
            }
        }
        patience.begins();
        carrier.limits(carrier.limits().beside(control.beside(patience.latency())));
    }

    /** A plain conversation, had again where this machine was too slow for it to say anything of the program. */
    private Finding unhurried() {
        Finding finding = control();
        for (int again = 0; again < MOST_SLOW && finding instanceof Finding.Undecided; again++) {
            finding = control();
        }
        return finding;
    }

    /** What its plain conversations at the start came to: the last of them. */
    Finding opening() {
        return opening;
    }

    /** Brings the calling thread to where the instance runs. */
    void engage() {
        seat.take();
        instance.network().enter();
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
        return patience.latency();
    }

    /** How many deliveries of one case it is worth asking for: as many as there are, unless the program is a slow one. */
    int affordable() {
        Duration each = latency().orElse(Duration.ZERO);
        boolean slow =
                each.compareTo(SLOW) >= 0 && carrier.limits().control().slower() >= ReferenceControl.MOST_TIMES_SLOWER;
        return slow ? (int) Math.max(FEWEST, AFFORDABLE.dividedBy(each)) : Integer.MAX_VALUE;
    }

    /** The conversation of that name, in this implementation's dialect. */
    Conversation conversation(String name, Map<String, String> placeholders) {
        return phrases().speak(Scripts.of(implementation.protocol(), name), placeholders);
    }

    /** The same; each turn by itself where none depends on another and a connection can't carry them all. */
    List<Conversation> conversations(String name, Map<String, String> placeholders) {
        return phrases().speakApart(Scripts.of(implementation.protocol(), name), placeholders);
    }

    private Phrasebook phrases() {
        return Phrasebook.of(implementation.dialect(), implementation.accounts());
    }

    /** Says {@code conversation} on a connection of its own. */
    Observation carry(Conversation conversation, Delivery delivery) {
        return carrier.carry(instance.address(), conversation, delivery);
    }

    /** Says {@code conversation} once for each of {@code deliveries}, side by side. */
    List<Observation> carryTogether(Conversation conversation, List<Delivery> deliveries) {
        return carrier.carryTogether(instance.address(), conversation, deliveries);
    }

    /** Asks {@code asking} by {@code plan}, in datagrams. */
    Observation ask(Asking asking, DatagramPlan plan) {
        return greeter.orElseThrow(() -> new IllegalArgumentException("it does not speak in datagrams"))
                .ask(this, asking, plan);
    }

    Connection open() {
        return carrier.open(instance.address());
    }

    /** A plain conversation: does it still serve? */
    Finding control() {
        if (greeter.isPresent()) {
            Observation seen = greeter.get().askPlainly(this);
            plain = Optional.of(seen);
            return greeter.get().served(seen);
        }
        Conversation asks = conversation("plain", Map.of());
        Delivery whole = Delivery.of(asks.shape().messages());
        Observation seen = carry(asks, whole);
        plain = Optional.of(seen);
        return ConversationJudge.judge(asks, whole, seen);
    }

    /** What was seen on the last plain conversation; empty where plain things are said in datagrams. */
    Optional<Observation> controlled() {
        return greeter.isPresent() ? Optional.empty() : plain;
    }

    /**
     * Whether it serves another client while one is connected and says nothing; looked at once. What is carried side by
     * side to a server that serves one at a time, as it may, would show nothing but that.
     */
    boolean servesSideBySide() {
        if (sideBySide.isEmpty()) {
            try (Connection silent = open()) {
                sideBySide = Optional.of(silent.connected() && control() == Finding.HOLDS);
            }
        }
        return sideBySide.get();
    }

    /** Whether it still runs and serves. */
    boolean serves() {
        return instance.alive() && control() == Finding.HOLDS;
    }

    /** Whether a plain conversation was answered when it started; if not, nothing beyond that can be shown. */
    boolean answersPlainly() {
        return patience.answersPlainly();
    }

    /** Makes sure, behind a case, that the next one finds a program that serves. */
    void settle() {
        restartIfNeeded();
    }

    /** Ends the program; it must be started before anything else is asked of it. A container stays, with its network. */
    void stop() {
        instance.confinement().ifPresentOrElse(Confinement::kill, instance::close);
    }

    /** Starts the program again where it last listened. */
    void startOnSamePort() {
        if (instance.confinement().isPresent()) {
            instance.confinement().get().restart();
        } else {
            instance = starter.start(OptionalInt.of(instance.address().getPort()));
        }
    }

    /** Ends the program and starts it again. */
    void restart() {
        if (instance.confinement().isPresent()) {
            instance.confinement().get().restart();
        } else {
            instance.close();
            instance = starter.start(OptionalInt.empty());
        }
    }

    /** Starts another instance if this one no longer serves, though it once did; whether it had to. */
    boolean restartIfNeeded() {
        if (!answersPlainly() || serves()) {
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
        control.close();
    }
}
