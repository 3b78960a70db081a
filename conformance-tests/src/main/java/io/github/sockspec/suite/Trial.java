package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.target.Allowance;
import io.github.sockspec.target.Confinement;
import io.github.sockspec.target.Instance;
import io.github.sockspec.target.Resources;
import io.github.sockspec.verdict.Alibi;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import io.github.sockspec.verdict.Smallest;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.Vigil;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One case being carried out against one instance: what the few lines of a case are written in. Each statement made
 * through it is evidence; a case that makes none is inconclusive, never passed.
 */
public final class Trial {
    private final CaseName name;
    private final Candidate candidate;
    private final Session session;
    private final Evidence evidence = new Evidence();
    private final HeldConnections connections = new HeldConnections();
    private final Speech speech;
    private final Backdrop backdrop = new Backdrop();
    private @Nullable Bench bench;
    private @Nullable Bench confined;
    private @Nullable Earshot earshot;

    Trial(CaseName name, Candidate candidate, Session session) {
        this.name = name;
        this.candidate = candidate;
        this.session = session;
        speech = new Speech(session);
    }

    /** Gives the case the instance it may use until {@link #end()}. */
    void begin(Bench leased) {
        bench = leased;
        earshot = Earshot.of(leased.instance());
    }

    /** Closes all connections that the case has opened so far. */
    void leave() {
        connections.close();
        if (bench != null) {
            bench().released();
        }
    }

    /** Closes what the case left open. */
    void end() {
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
     *
     * @return what can be done to it
     */
    public Confinement confine(Allowance allowance) {
        Bench own = candidate.confined(allowance);
        confined = own;
        own.begin(name.clause().grade());
        own.engage();
        return own.instance()
                .confinement()
                .orElseThrow(() ->
                        new IllegalStateException(candidate.implementation().name() + " is not confined"));
    }

    /** Holds when the answers are right by every delivery of the family that the case is named after. */
    public void answers() {
        conversations().forEach(each -> deliveries(family()).answer(each));
    }

    /** Holds when, behind the client's end of stream, nothing comes but the answers that are owed. */
    public void answersAndNoMore() {
        deliveries(family()).answerAndNoMore(conversation());
    }

    /** Holds when, after each delivery of the family that the case is named after, others are served as before. */
    public void survives() {
        deliveries(family()).survive(conversation());
    }

    Family family() {
        return name.family()
                .orElseThrow(() -> new IllegalArgumentException(name + ": no family of deliveries is called "
                        + name.delivery() + "; there are " + Family.words()));
    }

    /** All deliveries of one family, where this dialect allows them. */
    Deliveries deliveries(Family family) {
        return new Deliveries(family, this, session.sampling());
    }

    /** Ends the case as not applicable where its deliveries have no right answer in this dialect. */
    void requireDecidable() {
        Shape shape = conversation().shape();
        name.family().stream()
                .flatMap(family -> family.of(shape, sampling()))
                .forEach(delivery -> Decidable.require(delivery, shape, dialect()));
    }

    /** Where not everything can be tried, what is. */
    public Sampling sampling() {
        return session.sampling();
    }

    /** The conversation that the case is named after. */
    public Conversation conversation() {
        return conversation(name.conversation());
    }

    /** A conversation by its name; ends the case as not applicable when the dialect has no way to say it. */
    public Conversation conversation(String script) {
        return speech.conversation(bench(), script);
    }

    /** The conversations that the case is named after, each for a connection of its own. */
    public List<Conversation> conversations() {
        return speech.conversations(bench(), name);
    }

    /** From now on {@code {key}} in a command stands for {@code value}. */
    public void let(String key, String value) {
        speech.let(key, value);
    }

    /** States what a conversation on a connection of its own shows. */
    public void holds(Conversation conversation) {
        Delivery whole = Delivery.of(conversation.shape().messages());
        Observation seen = bench().carry(conversation, whole);
        Finding finding = ConversationJudge.judge(conversation, whole, seen);
        states(finding);
        shown(scene(conversation, whole), seen, finding);
    }

    /** What a conversation on a connection of its own shows, without stating it. */
    public Finding shows(Conversation conversation) {
        Delivery whole = Delivery.of(conversation.shape().messages());
        return ConversationJudge.judge(conversation, whole, bench().carry(conversation, whole));
    }

    /** Has a conversation that the case needs, but is not about; ends the case when it is not answered rightly. */
    public void prepares(String script) {
        Conversation conversation = conversation(script);
        if (shows(conversation) instanceof Finding.Broken broken) {
            throw Stop.inconclusive("what the case needs first could not be had (" + script + "): " + broken.reason());
        }
        backdrop.prepared(conversation);
    }

    /** From now on, {@link #attempts} will be made to clear up by this. */
    void clearsUpBy(String script) {
        backdrop.clearsUpBy(conversation(script));
    }

    /** Has a conversation that clears up behind the case, whatever comes of it. */
    public void attempts(String script) {
        shows(conversation(script));
    }

    /** Says that a connection stays open on which these bytes were said and nothing is read. */
    void keepsOpen(Bytes said) {
        backdrop.keepsOpen(said);
    }

    /** States that a plain conversation is answered, as it was at the start; {@code when} says in words after what. */
    public void servesOthers(String when) {
        new OtherClients(this, backdrop).stateServed(when);
    }

    /** A plain conversation, had {@code when}: does it still serve? */
    Finding control(String when) {
        Finding finding = bench().control();
        session.encore().ifPresent(encore -> bench().controlled()
                .ifPresent(seen -> encore.audience().besides(when, seen)));
        return finding;
    }

    /** The occasion that this delivery makes. */
    Scene.Asked scene(Conversation conversation, Delivery delivery) {
        return backdrop.scene(conversation, delivery);
    }

    /** A delivery was carried out, and what it showed. */
    void shown(Scene.Asked scene, Observation seen, Finding finding) {
        backdrop.carriedOut(scene, seen);
        session.encore().ifPresent(encore -> encore.audience().saw(scene, seen, finding));
        if (finding instanceof Finding.Broken broken) {
            evidence.scene(Smallest.of(scene, seen), broken);
        }
    }

    /** The one delivery of {@code conversation} that is asked for again, if one is. */
    Optional<Delivery> encore(Conversation conversation) {
        return speech.encore(conversation);
    }

    Optional<Encore> encore() {
        return session.encore();
    }

    /** What the program has printed since the case began. */
    String printed() {
        return earshot == null ? "" : earshot.heard();
    }

    /** States something found by other means than a conversation. */
    public void states(Finding finding) {
        evidence.check(finding);
    }

    /** As {@link #states(Finding)}, of what was {@code seen}: nothing where the machine was too slow for it. */
    void states(Finding finding, Observation seen) {
        evidence.check(Alibi.of(finding, seen));
    }

    /** As {@link #states(Finding)}, of what has been waited for in {@code vigil}. */
    void states(Finding finding, Vigil vigil) {
        states(finding, new Observation(vigil.slip(Duration.ZERO).stream().toList()));
    }

    /** States that {@code holds}; else {@code reason}, with what was expected and what was found. */
    public void require(boolean holds, String reason, String expected, String actual) {
        evidence.check(holds ? Finding.HOLDS : Finding.Broken.of(reason, expected, actual));
    }

    /** To be thrown: ends the case, because what it asks can't be asked here. */
    public RuntimeException notApplicable(String reason) {
        return Stop.notApplicable(reason);
    }

    /** To be thrown: ends the case, because what had to be shown could not be. */
    public RuntimeException inconclusive(String reason) {
        return Stop.inconclusive(reason);
    }

    /** Opens a connection to do with as the case pleases, if it can be had; it is closed when the case ends. */
    public Connection tryToOpen() {
        return connections.tryToOpen(bench());
    }

    /** As {@link #tryToOpen()}, for a case that needs it: ends the case when it can't be had. */
    public Connection open() {
        return connections.open(bench());
    }

    /** As {@link #open()}, for what takes long on any machine: each wait may last {@code patience}. */
    public Connection openPatiently(Duration patience) {
        return connections.openPatiently(bench(), patience);
    }

    /** The dialect of the program under test. */
    public Dialect dialect() {
        return candidate.implementation().dialect();
    }

    public Instance instance() {
        return bench().instance();
    }

    public Carrier carrier() {
        return bench().carrier();
    }

    /** What the program holds now; ends the case as not applicable where that can't be seen. */
    public Resources resources() {
        return bench().instance()
                .resources()
                .orElseThrow(() -> Stop.notApplicable("its processes can't be seen from here"));
    }

    /** Ends the program with all its processes and starts it again. */
    public void restart() {
        bench().restart();
    }

    Bench bench() {
        return Objects.requireNonNull(confined != null ? confined : bench, "a case has an instance while it lasts");
    }

    Evidence evidence() {
        return evidence;
    }

    CaseName name() {
        return name;
    }

    Candidate candidate() {
        return candidate;
    }

    boolean thorough() {
        return session.thorough();
    }
}
