package io.github.sockspec.suite;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.target.Allowance;
import io.github.sockspec.target.Confinement;
import io.github.sockspec.target.Instance;
import io.github.sockspec.target.Resources;
import io.github.sockspec.verdict.Alibi;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import io.github.sockspec.verdict.Smallest;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.Vigil;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case being carried out against a server: the instance that it has, and what it has said to it so far. */
public abstract class ServerCaseRun extends CaseRun {
    private final Candidate candidate;
    private final HeldConnections connections = new HeldConnections();
    private final Backdrop backdrop = new Backdrop();
    private final Map<String, String> placeholders = new HashMap<>();
    private @Nullable Bench bench;
    private @Nullable Bench confined;
    private @Nullable Earshot earshot;

    ServerCaseRun(CaseName name, Candidate candidate, Session session) {
        super(name, candidate.implementation(), session);
        this.candidate = candidate;
    }

    /** Gives the case the instance it may use until {@link #end()}. */
    final void begin(Bench leased) {
        bench = leased;
        earshot = Earshot.of(leased.instance());
    }

    /** Closes all connections that the case has opened so far. */
    final void leave() {
        connections.close();
        if (bench != null) {
            bench().released();
        }
    }

    @Override
    final void end() {
        leave();
        Bench own = confined;
        if (own != null) {
            confined = null;
            bench().engage();
            own.close();
        }
    }

    /**
     * From now on the case has an instance of its own, in a container that allows no more than this, and everything that
     * it asks is asked of that one. It is gone when the case ends; the next case finds the usual instance untouched. Ends
     * the case as not applicable when the program does not run in a container.
     */
    final void confine(Allowance allowance) {
        Bench own = candidate.confined(allowance);
        confined = own;
        own.begin(name().clause().grade());
        own.engage();
    }

    /** What can be done to the container of a case that is {@link #confine confined}. */
    final Confinement confinement() {
        return instance()
                .confinement()
                .orElseThrow(() -> new IllegalStateException(implementation().name() + " is not confined"));
    }

    /** The conversation that the case is named after. */
    public final Conversation conversation() {
        return conversation(name().conversation());
    }

    /** A conversation by its name; ends the case as not applicable when the dialect has no way to say it. */
    public final Conversation conversation(String script) {
        return inDialect(() -> bench().conversation(script, placeholders));
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
        List<Conversation> all = inDialect(() -> bench().conversations(name().conversation(), placeholders));
        List<Conversation> again = all.stream()
                .filter(each ->
                        encore().filter(asked -> asked.fits(each.said(), fit())).isPresent())
                .toList();
        return again.isEmpty() ? all : again;
    }

    /** From now on {@code {key}} in a command stands for {@code value}. */
    public final void let(String key, String value) {
        placeholders.put(key, value);
    }

    /** The one delivery of {@code conversation} that is asked for again, if one is. */
    final Optional<Delivery> encore(Conversation conversation) {
        return encore(conversation.said(), fit());
    }

    private Travel.Fit fit() {
        return placeholders.isEmpty() ? Travel.Fit.BYTES : Travel.Fit.LENGTHS;
    }

    /** A plain conversation, had {@code when}: does it still serve? */
    final Finding control(String when) {
        Finding finding = bench().control();
        encore().ifPresent(encore ->
                bench().controlled().ifPresent(seen -> encore.audience().besides(when, seen)));
        return finding;
    }

    /** The occasion that this delivery makes. */
    final Scene.Asked scene(Conversation conversation, Delivery delivery) {
        return backdrop.scene(conversation, delivery);
    }

    /** A delivery was carried out, and what it showed. */
    final void carriedOut(Scene.Asked scene, Observation seen, Finding finding) {
        backdrop.carriedOut(scene, seen);
        if (finding instanceof Finding.Broken broken) {
            evidence().scene(Smallest.of(scene, seen), broken);
        }
    }

    /** What the case has going beside its one connection. */
    final Backdrop backdrop() {
        return backdrop;
    }

    /** What the program has printed since the case began. */
    final String printed() {
        return earshot == null ? "" : earshot.heard();
    }

    @Override
    final String lastWords() {
        return evidence().words().orElseGet(this::printed);
    }

    /** As {@link #states(Finding)}, of what was {@code seen}: nothing where the machine was too slow for it. */
    final void states(Finding finding, Observation seen) {
        states(Alibi.of(finding, seen));
    }

    /** As {@link #states(Finding)}, of what has been waited for in {@code vigil}. */
    final void states(Finding finding, Vigil vigil) {
        states(finding, new Observation(vigil.slip(Duration.ZERO).stream().toList()));
    }

    /** Opens a connection to do with as the case pleases, if it can be had; it is closed when the case ends. */
    public final Connection tryToOpen() {
        return connections.tryToOpen(bench());
    }

    /** As {@link #tryToOpen()}, for a case that needs it: ends the case when it can't be had. */
    public final Connection open() {
        return connections.open(bench());
    }

    /** As {@link #open()}, for what takes long on any machine: each wait may last {@code patience}. */
    public final Connection openPatiently(Duration patience) {
        return connections.openPatiently(bench(), patience);
    }

    public final Instance instance() {
        return bench().instance();
    }

    public final Carrier carrier() {
        return bench().carrier();
    }

    /** What the program holds now; ends the case as not applicable where that can't be seen. */
    public final Resources resources() {
        return instance().resources().orElseThrow(() -> Stop.notApplicable("its processes can't be seen from here"));
    }

    /** Ends the program with all its processes and starts it again. */
    public final void restart() {
        bench().restart();
    }

    final Bench bench() {
        return Objects.requireNonNull(confined != null ? confined : bench, "a case has an instance while it lasts");
    }

    final Candidate candidate() {
        return candidate;
    }
}
