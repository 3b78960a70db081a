package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.conversation.NotInDialect;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.suite.ClientDeliveries.Judging;
import io.github.sockspec.target.Allowance;
import io.github.sockspec.target.Client;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Start;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One case being carried out against a client or a tool: what the few lines of a case are written in. Each statement made
 * through it is evidence; a case that makes none is inconclusive, never passed.
 */
public final class ClientTrial {
    private final CaseName name;
    private final Implementation implementation;
    private final Clientele clientele;
    private final Session session;
    private final Evidence evidence = new Evidence();
    private @Nullable Stage stage;
    private @Nullable Client confined;
    private String lastWords = "";

    ClientTrial(CaseName name, Implementation implementation, Clientele clientele, Session session) {
        this.name = name;
        this.implementation = implementation;
        this.clientele = clientele;
        this.session = session;
    }

    /** Gives the case the stage on which its client is run. */
    void begin(Stage given) {
        stage = given;
    }

    /**
     * From now on every run of the client is in a container of the case's own that allows no more than this. Ends the case
     * as not applicable when the program does not run in a container.
     */
    public void confine(Allowance allowance) {
        Stage own = clientele.confined(allowance);
        confined = own.client();
        own.client().network().enter();
        stage = own;
    }

    /** Gives back what the case had to itself. */
    void end() {
        Client own = confined;
        if (own != null) {
            confined = null;
            own.close();
        }
    }

    /** Holds when, by every delivery of the family that the case is named after, all is asked and printed rightly. */
    public void works() {
        works(counterpart());
    }

    /** As {@link #works()}, with another conversation than the one that the case is named after. */
    public void works(Counterpart counterpart) {
        deliver(counterpart, List.of(), working(counterpart));
    }

    private Judging working(Counterpart counterpart) {
        Scene.Demand demand = implementation.protocol() == Protocol.LOGIN ? Scene.Demand.SUCCEED : Scene.Demand.WORK;
        return new Judging((delivery, encounter) -> worked(counterpart, encounter), delivery -> demand);
    }

    /** As {@link #works()}, with every header left whole: this is about bodies. */
    public void worksCutInBodies() {
        Counterpart counterpart = counterpart();
        deliver(counterpart, counterpart.insideHeaders(), working(counterpart));
    }

    /** Holds when, wherever the replies of that family break off, the client says so and ends. */
    public void givesUp() {
        Counterpart counterpart = counterpart();
        int total = counterpart.shape().length();
        deliver(
                counterpart,
                List.of(),
                new Judging(
                        (delivery, encounter) -> brokeOff(counterpart, delivery, encounter),
                        delivery -> delivery.length() < total ? Scene.Demand.GIVE_UP : Scene.Demand.WORK));
    }

    /** Holds when the client, its last request answered by {@code reply} and {@code end}, says so and ends. */
    public ProgramRun refuses(Bytes reply, Ending.How end, String what) {
        Counterpart hostile = counterpart().lastAnswered(reply);
        Delivery usual = Delivery.of(hostile.shape().messages()).ending(new Ending(end, Ending.When.AFTER_READ));
        Delivery delivery = encore(hostile).orElse(usual);
        Encounter encounter = play(hostile, delivery, Stage.Order.LOCK_STEP);
        Finding finding = ClientJudge.givesUp("after " + what, encounter.run());
        states(finding, encounter, served(hostile, delivery, Scene.Demand.GIVE_UP));
        return encounter.run();
    }

    /** Holds when the client, told something that is no reply, does not take it for one: it says so and ends. */
    public void doesNotTakeForReply(Bytes reply) {
        Counterpart plain = counterpart().lastAnswered(reply);
        Counterpart hostile = new Counterpart(
                plain.name(), plain.exchanges(), plain.exchanges().get(0).typed(), Bytes.EMPTY, plain.after());
        Delivery delivery = encore(hostile).orElse(Delivery.of(hostile.shape().messages()));
        Encounter encounter = play(hostile, delivery, Stage.Order.LOCK_STEP);
        Finding stopped = ClientJudge.stopsAsking(hostile, encounter.seen());
        states(
                stopped == Finding.HOLDS
                        ? ClientJudge.givesUp("after " + reply + ", which is no reply", encounter.run())
                        : stopped,
                encounter,
                served(hostile, delivery, Scene.Demand.REFUSE));
    }

    /** Holds when replies that come before their requests are taken for what they are, or refused: no hang, no spin. */
    public void standsEarlyReplies() {
        Counterpart counterpart = counterpart();
        Delivery delivery =
                encore(counterpart).orElse(Delivery.of(counterpart.shape().messages()));
        Encounter encounter = play(counterpart, delivery, Stage.Order.REPLIES_FIRST);
        Finding worked = worked(counterpart, encounter);
        Finding finding = worked == Finding.HOLDS
                ? worked
                : ClientJudge.givesUp("after replies that came before their requests", encounter.run());
        Scene.Terms terms = new Scene.Terms(Scene.Order.REPLIES_FIRST, Scene.Demand.WORK_OR_GIVE_UP, Optional.empty());
        states(finding, encounter, new Scene.Served(counterpart, delivery, terms));
    }

    /** Holds when nothing is sent between two prompts of one request. */
    public void staysSilentBetweenPrompts() {
        Counterpart counterpart = counterpart();
        if (counterpart.exchanges().get(0).typed().size() < 2) {
            throw notApplicable("it asks its user just once");
        }
        states(stage().early(counterpart));
    }

    /** Holds when all is asked and printed rightly with everything whole, and {@code more} holds of the run too. */
    public void works(Function<ProgramRun, Finding> more) {
        Counterpart counterpart = counterpart();
        Delivery delivery =
                encore(counterpart).orElse(Delivery.of(counterpart.shape().messages()));
        Encounter encounter = play(counterpart, delivery, Stage.Order.LOCK_STEP);
        Finding worked = ClientJudge.works(counterpart, encounter.seen(), encounter.run());
        states(
                worked == Finding.HOLDS ? more.apply(encounter.run()) : worked,
                encounter,
                served(counterpart, delivery, Scene.Demand.SUCCEED));
    }

    private Finding worked(Counterpart counterpart, Encounter encounter) {
        Finding worked = ClientJudge.works(counterpart, encounter.seen(), encounter.run());
        // A login client prints what it likes, or nothing: that it understood, its exit status shows.
        return worked == Finding.HOLDS && implementation.protocol() == Protocol.LOGIN
                ? ClientJudge.succeeds(encounter.run())
                : worked;
    }

    private static Finding brokeOff(Counterpart counterpart, Delivery delivery, Encounter encounter) {
        int total = counterpart.shape().length();
        String after =
                "after the stream ended (" + delivery.ending().how().word().toUpperCase(Locale.ROOT) + ") at byte "
                        + delivery.length() + " of " + total;
        if (delivery.length() < total) {
            return ClientJudge.givesUp(after, encounter.run());
        }
        Finding worked = ClientJudge.works(counterpart, encounter.seen(), encounter.run());
        return worked == Finding.HOLDS ? ClientJudge.ends(after, encounter.run()) : worked;
    }

    private void deliver(Counterpart counterpart, Collection<Integer> spared, Judging judging) {
        try (InputFile file = clientele.file(name.conversation())) {
            new ClientDeliveries(this, counterpart, file.path(), judging).of(family(), spared, session.sampling());
        }
    }

    private Encounter play(Counterpart counterpart, Delivery delivery, Stage.Order order) {
        try (InputFile file = clientele.file(name.conversation())) {
            return stage().play(counterpart, delivery, file.path(), order);
        }
    }

    private Scene.Served served(Counterpart counterpart, Delivery delivery, Scene.Demand demand) {
        try (InputFile file = clientele.file(name.conversation())) {
            Optional<Bytes> content = file.path().map(InputFile::content);
            return new Scene.Served(counterpart, delivery, new Scene.Terms(Scene.Order.IN_TURN, demand, content));
        }
    }

    /** States something found by other means. */
    public void states(Finding finding) {
        evidence.check(finding);
    }

    /** States what one run showed. */
    void states(Finding found, Encounter encounter) {
        Finding finding = encounter.weigh(found);
        evidence.delivery(false, encounter.seen(), finding);
        if (finding instanceof Finding.Broken) {
            lastWords = encounter.words();
        }
    }

    /** States what one run showed that can be had again. */
    void states(Finding found, Encounter encounter, Scene scene) {
        Finding finding = encounter.weigh(found);
        evidence.run(scene, encounter, finding);
        watched(scene, encounter, finding);
    }

    /** Lets whoever asked for it again see it. */
    void watched(Scene scene, Encounter encounter, Finding finding) {
        session.encore().ifPresent(encore -> encore.audience().saw(scene, encounter.seen(), finding));
    }

    /** The one delivery of these replies that is asked for again, if one is. */
    Optional<Delivery> encore(Counterpart counterpart) {
        return session.encore().map(encore -> encore.delivery(counterpart.said(), Travel.Fit.BYTES));
    }

    private Family family() {
        return name.family()
                .orElseThrow(() -> new IllegalArgumentException(name + ": no family of deliveries is called "
                        + name.delivery() + "; there are " + Family.words()));
    }

    /** The conversation that the case is named after, from the server's side. */
    public Counterpart counterpart() {
        return inDialect(() -> clientele.counterpart(name.conversation()));
    }

    /** What {@code made} gives; ends the case as not applicable when the dialect has no way to say it. */
    public <T> T inDialect(Supplier<T> made) {
        try {
            return made.get();
        } catch (NotInDialect reason) {
            throw Stop.notApplicable(String.valueOf(reason.getMessage()));
        }
    }

    /** The dialect of the program under test, as the kind the case knows it to be. */
    public <D extends Dialect> D dialect(Class<D> kind) {
        return kind.cast(implementation.dialect());
    }

    /** Whether its output is known to be the body's own octets, never decoded. */
    public boolean opaque() {
        return implementation.start() instanceof Start.Reference;
    }

    /** To be thrown: ends the case, because what it asks can't be asked here. */
    public RuntimeException notApplicable(String reason) {
        return Stop.notApplicable(reason);
    }

    String lastWords() {
        return evidence.words().orElse(lastWords);
    }

    Implementation implementation() {
        return implementation;
    }

    Clientele clientele() {
        return clientele;
    }

    Stage stage() {
        return Objects.requireNonNull(stage, "a case has a stage while it lasts");
    }

    int width() {
        return clientele.width();
    }

    Evidence evidence() {
        return evidence;
    }

    CaseName name() {
        return name;
    }

    boolean thorough() {
        return session.thorough();
    }
}
