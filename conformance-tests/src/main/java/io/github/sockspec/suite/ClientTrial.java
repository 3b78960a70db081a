package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.conversation.Octets;
import io.github.sockspec.conversation.Script;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.suite.ClientCarrying.Served;
import io.github.sockspec.suite.ClientJudging.Judging;
import io.github.sockspec.target.Allowance;
import io.github.sockspec.target.Client;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Start;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One case being carried out against a client or a tool: what the few lines of a case are written in. */
public final class ClientTrial extends CaseRun {
    /** Why a case of joined replies does not apply. */
    public static final String WAITS_FOR_EACH_REPLY =
            "it waits for each reply before it asks again, and no server may answer what was not asked";

    private final Clientele clientele;
    private @Nullable Stage stage;
    private @Nullable Client confined;

    ClientTrial(CaseName name, Implementation implementation, Clientele clientele, Session session) {
        super(name, implementation, session);
        this.clientele = clientele;
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

    @Override
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
        deliver(counterpart, List.of(), judging(counterpart).works());
    }

    private ClientJudging judging(Counterpart counterpart) {
        return new ClientJudging(implementation().protocol(), counterpart, delivery -> play(counterpart, delivery));
    }

    /** As {@link #works()}, with every header left whole: this is about bodies. */
    public void worksCutInBodies() {
        Counterpart counterpart = counterpart();
        deliver(counterpart, counterpart.insideHeaders(), judging(counterpart).works());
    }

    /** Holds when, wherever the replies of that family break off, the client says so and ends. */
    public void givesUp() {
        Counterpart counterpart = counterpart();
        deliver(counterpart, List.of(), judging(counterpart).givesUp());
    }

    /** Holds when the client, its last request answered by {@code reply} and {@code end}, says so and ends. */
    public ProgramRun refuses(Bytes reply, Ending.How end, String what) {
        return refuses(reply, end, what, Long.MAX_VALUE);
    }

    /**
     * As {@link #refuses(Bytes, Ending.How, String)}, and keeps below {@code most} bytes of memory. That is judged first: one that
     * has taken too much may be so busy with it that it seems to spin.
     */
    public ProgramRun refuses(Bytes reply, Ending.How end, String what, long most) {
        Counterpart hostile = counterpart().lastAnswered(reply);
        Delivery usual = whole(hostile).ending(new Ending(end, Ending.When.AFTER_READ));
        Delivery delivery = encore(hostile.said(), Travel.Fit.BYTES).orElse(usual);
        Encounter encounter = play(hostile, delivery);
        Finding within = most == Long.MAX_VALUE ? Finding.HOLDS : ClientJudge.bounded(encounter.run(), most);
        if (within instanceof Finding.Broken) {
            states(within, encounter);
            return encounter.run();
        }
        Finding finding = ClientJudge.givesUp("after " + what, hostile, encounter.seen(), encounter.run());
        states(finding, encounter, served(hostile, delivery, Scene.Demand.GIVE_UP));
        states(within);
        return encounter.run();
    }

    /**
     * Holds when all is asked and printed rightly by a client that asks again before it is answered, where replies may be
     * joined. Ends the case as not applicable for a client that does not: no server may answer what was not asked.
     */
    public void worksAskedAhead() {
        Counterpart counterpart = counterpart();
        if (counterpart.exchanges().stream().anyMatch(each -> each.typed().isEmpty())) {
            throw notApplicable("an acknowledgement is due between header and body");
        }
        if (!clientele.asksAhead(counterpart)) {
            throw notApplicable(WAITS_FOR_EACH_REPLY);
        }
        deliver(counterpart, List.of(), judging(counterpart).works().in(Scene.Order.ALL_ASKED_FIRST));
    }

    /** Holds when an empty line that the user gives is not sent: the client goes on to the next one, or leaves. */
    public void keepsEmptyLine() {
        Counterpart counterpart = counterpart();
        deliver(counterpart, List.of(), judging(counterpart).keepsEmptyLine());
    }

    /** Holds when a command's output is printed, and beside it nothing that would be another for the output {@code other}. */
    public void printsBodiesAlone(String other) {
        if (implementation().start().console() == Start.Console.TERMINAL) {
            throw notApplicable(
                    "on a terminal its standard error, where it may say what it likes, is among its output");
        }
        Script script = Scripts.of(implementation().protocol(), name().conversation());
        Counterpart otherwise = inDialect(() -> clientele.counterpart(script.printing(new Octets.Text(other))));
        new TwoReplies(this, each -> play(each, whole(each)), counterpart(), otherwise).compare();
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
        Delivery delivery = encore(counterpart.said(), Travel.Fit.BYTES).orElse(whole(counterpart));
        Encounter encounter = play(counterpart, delivery);
        Finding worked = ClientJudge.works(counterpart, encounter.seen(), encounter.run());
        states(
                worked == Finding.HOLDS ? more.apply(encounter.run()) : worked,
                encounter,
                served(counterpart, delivery, Scene.Demand.SUCCEED));
    }

    private void deliver(Counterpart counterpart, Collection<Integer> spared, Judging judging) {
        try (InputFile file = clientele.file(name().conversation())) {
            ClientCarrying carrying =
                    new ClientCarrying(this, new Served(stage(), counterpart, file.path(), clientele.width()), judging);
            new Deliveries<>(this, carrying).carryOut(carrying.of(family(), spared));
        }
    }

    private static Delivery whole(Counterpart counterpart) {
        return Delivery.of(counterpart.shape().messages());
    }

    private Encounter play(Counterpart counterpart, Delivery delivery) {
        try (InputFile file = clientele.file(name().conversation())) {
            return stage().play(counterpart, delivery, file.path());
        }
    }

    private Scene.Served served(Counterpart counterpart, Delivery delivery, Scene.Demand demand) {
        try (InputFile file = clientele.file(name().conversation())) {
            Optional<Bytes> content = file.path().map(InputFile::content);
            return new Scene.Served(counterpart, delivery, new Scene.Terms(Scene.Order.IN_TURN, demand, content));
        }
    }

    /** States what one run showed. */
    void states(Finding found, Encounter encounter) {
        evidence().run(encounter, encounter.weigh(found));
    }

    /** States what one run showed that can be had again. */
    void states(Finding found, Encounter encounter, Scene scene) {
        Finding finding = encounter.weigh(found);
        evidence().run(scene, encounter, finding);
        watched(() -> scene, encounter.seen(), finding);
    }

    /** The conversation that the case is named after, from the server's side. */
    public Counterpart counterpart() {
        return inDialect(() -> clientele.counterpart(name().conversation()));
    }

    /** Whether its output is known to be the body's own octets, never decoded. */
    public boolean opaque() {
        return implementation().start().inThisProcess();
    }

    @Override
    String lastWords() {
        return evidence().words().orElse("");
    }

    Stage stage() {
        return Objects.requireNonNull(stage, "a case has a stage while it lasts");
    }
}
