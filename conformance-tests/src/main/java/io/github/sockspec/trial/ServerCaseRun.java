package io.github.sockspec.trial;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.kernel.Resources;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.program.ConfinedPlace;
import io.github.sockspec.program.Instance;
import io.github.sockspec.program.ResourceLimits;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.SlowMachine;
import io.github.sockspec.verdict.SmallestFailure;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case being carried out against a server: the instance that it has, and what it has said to it so far. */
public abstract class ServerCaseRun extends CaseRun {
    private final ProgramUnderTest candidate;
    private final OpenConnections connections = new OpenConnections();
    private final SideConnections sideConnections = new SideConnections();
    private final Map<String, String> placeholders = new HashMap<>();
    private @Nullable ServerUnderTest underTest;
    private @Nullable ServerUnderTest confined;
    private @Nullable OutputSince outputSince;

    ServerCaseRun(CaseName name, ProgramUnderTest candidate, Session session) {
        super(name, candidate.implementation(), session);
        this.candidate = candidate;
    }

    /** Gives the case the instance it may use until {@link #end()}. */
    public final void begin(ServerUnderTest leased) {
        underTest = leased;
        outputSince = OutputSince.of(leased.instance());
        waitAsShown(leased);
    }

    /** Closes all connections that the case has opened so far. */
    public final void leave() {
        connections.close();
        if (underTest != null) {
            underTest().released();
        }
    }

    @Override
    public final void end() {
        leave();
        ServerUnderTest own = confined;
        if (own != null) {
            confined = null;
            underTest().engage();
            own.close();
        }
    }

    /**
     * From now on the case has an instance of its own, in a container that allows no more than this, and everything that
     * it asks is asked of that one. It is gone when the case ends; the next case finds the usual instance untouched. Ends
     * the case as not applicable when the program does not run in a container.
     */
    public final void confine(ResourceLimits allowance) {
        ServerUnderTest own = candidate.confined(allowance);
        confined = own;
        own.begin(name().clause().grade());
        own.engage();
    }

    /** What can be done to the container of a case that is {@link #confine confined}. */
    public final ConfinedPlace confinement() {
        return instance()
                .confinement()
                .orElseThrow(() -> new IllegalStateException(implementation().name() + " is not confined"));
    }

    /** Ends the case as not applicable where the program serves one client by intent, so that nothing is said of others. */
    public final void requireOthersPossible() {
        if (underTest().uses().onceByIntent()) {
            throw CaseStop.notApplicable(OtherClients.ONE_BY_INTENT);
        }
    }

    /** The conversation that asks whether the server still serves. */
    public final Conversation probe() {
        return inDialect(() -> underTest().probe());
    }

    /** The conversation that the case is named after. */
    public final Conversation conversation() {
        return conversation(name().conversation());
    }

    /** A conversation by its name; ends the case as not applicable when the dialect has no way to say it. */
    public final Conversation conversation(String script) {
        return inDialect(() -> underTest().conversation(script, placeholders));
    }

    /**
     * The conversations that the case is named after, each for a connection of its own: more than one where none of its turns
     * depends on another and a connection can't carry them all, unless it is about how they are joined on one. Where a
     * delivery is asked for again, those that it can be one of.
     */
    public final List<Conversation> conversations() {
        if (name().family().filter(Family::joins).isPresent()) {
            return List.of(conversation());
        }
        return askedAgain(inDialect(() -> underTest().conversations(name().conversation(), placeholders)));
    }

    /** Those of {@code all} that a delivery which is asked for again can be one of; all where none is, or it fits none. */
    final List<Conversation> askedAgain(List<Conversation> all) {
        List<Conversation> again = all.stream()
                .filter(each -> repeatedDelivery()
                        .filter(asked -> asked.fits(each.said(), fit(each)))
                        .isPresent())
                .toList();
        return again.isEmpty() ? all : again;
    }

    /** From now on {@code {key}} in a command stands for {@code value}. */
    public final void let(String key, String value) {
        placeholders.put(key, value);
    }

    /** The one delivery of {@code conversation} that is asked for again, if one is. */
    final Optional<Delivery> repeatedDelivery(Conversation conversation) {
        Optional<Delivery> delivery = repeatedDelivery(conversation.said(), fit(conversation));
        if (delivery.isPresent() && !delivery.get().keepsTo(conversation.shape())) {
            throw repeatedDelivery()
                    .orElseThrow()
                    .refused("the writes given cut what is never cut, or go on before an answer that must come first");
        }
        return delivery;
    }

    private RecordedDelivery.Fit fit(Conversation conversation) {
        return placeholders.isEmpty() ? RecordedDelivery.Fit.of(conversation) : RecordedDelivery.Fit.LENGTHS;
    }

    /** A plain conversation, had {@code when}: does it still serve? */
    public final Finding control(String when) {
        Finding finding = underTest().control();
        repeatedDelivery().ifPresent(repeatedDelivery -> underTest()
                .controlled()
                .ifPresent(seen -> repeatedDelivery.observer().besides(when, seen)));
        return finding;
    }

    /** The occasion that this delivery made, with the bytes that were really said. */
    final Occasion.Asked occasion(Conversation conversation, Delivery delivery, Observation seen) {
        return sideConnections.occasion(conversation.asSaid(seen::sent), delivery);
    }

    /** A delivery was carried out, and what it showed. */
    final void carriedOut(Occasion.Asked occasion, Observation seen, Finding finding) {
        sideConnections.carriedOut(occasion, seen);
        if (finding instanceof Finding.Broken broken) {
            evidence().occasion(SmallestFailure.of(occasion, seen), broken);
        }
    }

    /** What one delivery has shown: what is left unanswered from now on is waited for accordingly. */
    final void learns(Observation seen, Finding finding) {
        candidate.shownSilences().saw(name().clause(), seen, finding);
        // In a container of its own the case says how long is waited.
        if (confined == null) {
            waitAsShown(underTest());
        }
    }

    private void waitAsShown(ServerUnderTest waitedFor) {
        waitedFor.patience(candidate.shownSilences().patience(name().clause(), waitedFor.patience()));
    }

    /** What the case has going beside its one connection. */
    final SideConnections sideConnections() {
        return sideConnections;
    }

    /** What the program has printed since the case began. */
    public final String printed() {
        return outputSince == null ? "" : outputSince.heard();
    }

    @Override
    final String lastWords() {
        return evidence().words().orElseGet(this::printed);
    }

    /** As {@link #states(Finding)}, of what was {@code seen}: nothing where the machine was too slow for it. */
    public final void states(Finding finding, Observation seen) {
        states(SlowMachine.of(finding, seen));
    }

    /** As {@link #states(Finding)}, of what has been waited for in {@code guardedWait}. */
    public final void states(Finding finding, GuardedWait guardedWait) {
        states(finding, new Observation(guardedWait.slip(Duration.ZERO).stream().toList()));
    }

    /** Opens a connection to do with as the case pleases, if it can be had; it is closed when the case ends. */
    public final Connection tryToOpen() {
        return connections.tryToOpen(underTest());
    }

    /** As {@link #tryToOpen()}, for a case that needs it: ends the case when it can't be had. */
    public final Connection open() {
        return connections.open(underTest());
    }

    /** As {@link #open()}, for what takes long on any machine: each wait may last {@code patience}. */
    public final Connection openPatiently(Duration patience) {
        return connections.openPatiently(underTest(), patience);
    }

    public final Instance instance() {
        return underTest().instance();
    }

    public final Carrier carrier() {
        return underTest().carrier();
    }

    /** What the program holds now; ends the case as not applicable where that can't be seen. */
    public final Resources resources() {
        return instance()
                .resources()
                .orElseThrow(() -> CaseStop.notApplicable("its processes can't be seen from here"));
    }

    /** Ends the program with all its processes and starts it again. */
    public final void restart() {
        underTest().restart();
    }

    public final ServerUnderTest underTest() {
        return Objects.requireNonNull(confined != null ? confined : underTest, "a case has an instance while it lasts");
    }

    final ProgramUnderTest candidate() {
        return candidate;
    }
}
