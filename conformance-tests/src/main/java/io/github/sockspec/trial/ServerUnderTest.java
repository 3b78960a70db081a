package io.github.sockspec.trial;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversations;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.kernel.CpuCore;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.program.ConfinedPlace;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Instance;
import io.github.sockspec.program.StartFailure;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.protocol.Lifetime;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.DatagramJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** One running instance of a server, and what it takes to talk to it. Used by one case at a time. */
public final class ServerUnderTest implements AutoCloseable {
    private final InstanceStarter starter;
    private final CpuCore cpuCore;
    private final Carrier carrier = Carrier.confirming(Limits.UNMEASURED);
    private final Patience patience = new Patience(Patience.Of.ANSWER);
    private final Optional<DatagramAsker> datagramAsker;
    private final ReferenceControl control;
    private final ConnectionsServed uses;
    private Optional<Boolean> sideBySide = Optional.empty();
    private Finding opening = Finding.HOLDS;
    private KnownConversations conversations;
    private Instance instance;
    private Optional<Observation> plain = Optional.empty();

    /**
     * A server that runs, and is to be measured by an {@link FirstConversations}.
     *
     * @param cpuCore where both run
     * @param controls makes the control beside its waits, there
     */
    ServerUnderTest(
            Implementation implementation,
            InstanceStarter starter,
            CpuCore cpuCore,
            Supplier<ReferenceControl> controls) {
        this.conversations = new KnownConversations(implementation.conversations());
        this.starter = starter;
        this.cpuCore = cpuCore;
        this.datagramAsker = DatagramAsker.of(implementation, carrier::limits);
        this.uses = new ConnectionsServed(
                datagramAsker.isPresent()
                        ? Lifetime.MANY
                        : implementation.dialect().lifetime());
        cpuCore.take();
        this.control = controls.get();
        carrier.limits(carrier.limits().beside(control.beside(Optional.empty())));
        try {
            instance = starter.start(OptionalInt.empty());
            instance.network().enter();
        } catch (StartFailure failed) {
            control.close();
            throw failed;
        }
    }

    /** What is said to it from now on, where more is known of its answers. */
    void speaks(Conversations known) {
        conversations = new KnownConversations(known);
    }

    /** The program was measured; what the last of the conversations that measured it came to. */
    void opened(Finding last) {
        opening = last;
        carrier.limits(carrier.limits().patient(patience.time()).beside(control.beside(patience.latency())));
        if (!answersPlainly() && !instance.alive()) {
            // So that the first case finds what this one found, and not what it left.
            restart();
        }
    }

    /** Brings the calling thread to where the instance runs. */
    public void engage() {
        cpuCore.take();
        instance.network().enter();
    }

    Instance instance() {
        return instance;
    }

    Carrier carrier() {
        return carrier;
    }

    /** What speaks to it in datagrams, where that is its protocol. */
    Optional<DatagramAsker> datagramAsker() {
        return datagramAsker;
    }

    /** How long it is waited for, as far as it was measured. */
    Patience patience() {
        return patience;
    }

    /** From now on an answer is waited for so long. */
    void patience(Duration other) {
        carrier.limits(carrier.limits().patient(other));
    }

    /** The longest of the conversations timed at the start; empty when one was not answered. */
    public Optional<Duration> latency() {
        return patience.latency();
    }

    /** How many deliveries of one case it is worth asking for. */
    DeliveryCount worthwhile() {
        return DeliveryCount.of(uses, latency(), carrier.limits().control());
    }

    /** The conversation of that name; ends the case where its answers could not be learned. */
    Conversation conversation(String name, Map<String, String> placeholders) {
        return conversations.of(name, placeholders);
    }

    /** The same; each turn by itself where none depends on another and a connection can't carry them all. */
    List<Conversation> conversations(String name, Map<String, String> placeholders) {
        return conversations.apart(name, placeholders);
    }

    Conversation probe() {
        return conversations.probe();
    }

    /** Says {@code conversation} on a connection of its own. */
    public Observation carry(Conversation conversation, Delivery delivery) {
        ready();
        return carrier.carry(instance.address(), conversation, delivery);
    }

    /** Says {@code conversation} once for each of {@code deliveries}, side by side. */
    List<Observation> carryTogether(Conversation conversation, List<Delivery> deliveries) {
        ready();
        return carrier.carryTogether(instance.address(), conversation, deliveries);
    }

    /** Asks {@code asking} by {@code plan}, in datagrams. */
    Observation ask(DatagramConversation asking, DatagramPlan plan) {
        ready();
        return ask(
                datagramAsker.orElseThrow(() -> new IllegalArgumentException("it does not speak in datagrams")),
                asking,
                plan);
    }

    private Observation ask(DatagramAsker speaking, DatagramConversation asking, DatagramPlan plan) {
        if (speaking.hasSpent(instance)) {
            restart();
        }
        return speaking.ask(instance, asking, plan);
    }

    /** A connection that stays open until all that are open are {@link #released()}. */
    Connection open() {
        ready();
        uses.holds();
        return carrier.open(instance.address());
    }

    /** The connections that were opened are closed. */
    void released() {
        uses.released();
    }

    /** Makes sure that what is said next is said to a program that can be expected to answer. */
    private void ready() {
        uses.requireAsked();
        renewIfSpent();
        uses.used();
    }

    /** Starts it anew where it serves one client only, and has. */
    void renewIfSpent() {
        if (uses.spent()) {
            restart();
        }
    }

    /** A plain conversation: does it still serve? */
    public Finding control() {
        if (datagramAsker.isPresent()) {
            DatagramConversation asks = datagramAsker.get().probe();
            Observation seen = ask(datagramAsker.get(), asks, DatagramPlan.AS_SENT);
            plain = Optional.of(seen);
            return DatagramJudge.served(asks, seen);
        }
        Conversation asks = probe();
        Delivery whole = Delivery.of(asks.shape().messages());
        uses.used();
        Observation seen = carrier.carry(instance.address(), asks, whole);
        plain = Optional.of(seen);
        return ConversationJudge.judge(asks, whole, seen);
    }

    /** What was seen on the last plain conversation, however it was said. */
    Optional<Observation> plain() {
        return plain;
    }

    /** What was seen on the last plain conversation; empty where plain things are said in datagrams. */
    Optional<Observation> controlled() {
        return datagramAsker.isPresent() ? Optional.empty() : plain;
    }

    /**
     * Whether it serves another client while one is connected and says nothing; looked at once. What is carried side by
     * side to a server that serves one at a time, as it may, would show nothing but that.
     */
    boolean servesSideBySide() {
        if (sideBySide.isEmpty()) {
            renewIfSpent();
            try (Connection silent = carrier.open(instance.address())) {
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

    /** What it has been used for. */
    public ConnectionsServed uses() {
        return uses;
    }

    /** Begins a case: where nothing beyond a plain conversation can be shown of it, one of another grade is not asked. */
    public void begin(Grade grade) {
        uses.begin(
                answersPlainly() || grade == Grade.INTEROPERATES
                        ? Optional.empty()
                        : Optional.of(
                                "it does not answer a plain conversation, so nothing could be shown" + why(opening)));
    }

    private static String why(Finding opening) {
        return opening.reason().isEmpty() ? "" : ": " + opening.reason();
    }

    /** Makes sure, behind a case, however it ended, that the next one finds a program that serves. */
    public void settle() {
        if (uses.end()) {
            if (!answersPlainly() || uses.usedUp()) {
                restart();
            } else {
                instance.rests(ConnectionsServed.AFTER_CASE);
                restartIfNeeded();
            }
            uses.settled();
        }
    }

    /** Ends the program; it must be started before anything else is asked of it. A container stays, with its network. */
    public void stop() {
        uses.used();
        instance.confinement().ifPresentOrElse(ConfinedPlace::kill, instance::close);
    }

    /** Starts the program again where it last listened. */
    public void startOnSamePort() {
        if (instance.confinement().isPresent()) {
            instance.confinement().get().restart();
        } else {
            instance = starter.start(OptionalInt.of(instance.address().getPort()));
        }
        uses.fresh();
    }

    /** Ends the program and starts it again. */
    public void restart() {
        if (instance.confinement().isPresent()) {
            instance.confinement().get().restart();
        } else {
            instance.close();
            instance = starter.start(OptionalInt.empty());
        }
        uses.fresh();
    }

    /** Starts another instance if this one no longer serves, though it once did; whether it had to. */
    boolean restartIfNeeded() {
        if (!answersPlainly() || uses.once() || serves()) {
            return false;
        }
        restart();
        return true;
    }

    @Override
    public void close() {
        instance.close();
        carrier.close();
        datagramAsker.ifPresent(DatagramAsker::close);
        control.close();
    }
}
