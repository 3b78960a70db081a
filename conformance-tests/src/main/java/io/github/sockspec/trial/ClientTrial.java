package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Joining;
import io.github.sockspec.conversation.Octets;
import io.github.sockspec.conversation.Script;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.program.Client;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.ResourceLimits;
import io.github.sockspec.program.Start;
import io.github.sockspec.trial.ClientCarrying.Served;
import io.github.sockspec.trial.ClientJudging.Judging;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
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

    private final ClientUnderTest clientUnderTest;
    private @Nullable ClientRunner clientRunner;
    private @Nullable Client confined;

    public ClientTrial(CaseName name, Implementation implementation, ClientUnderTest clientUnderTest, Session session) {
        super(name, implementation, session);
        this.clientUnderTest = clientUnderTest;
    }

    /** Gives the case what runs its client. */
    public void begin(ClientRunner given) {
        clientRunner = given;
    }

    /**
     * From now on every run of the client is in a container of the case's own that allows no more than this. Ends the case
     * as not applicable when the program does not run in a container.
     */
    public void confine(ResourceLimits allowance) {
        ClientRunner own = clientUnderTest.confined(allowance);
        confined = own.client();
        own.client().network().enter();
        clientRunner = own;
    }

    @Override
    public void end() {
        Client own = confined;
        if (own != null) {
            confined = null;
            own.close();
        }
    }

    /** Holds when, by every delivery of the family that the case is named after, all is asked and printed rightly. */
    public void requirePlayed() {
        ServerPart serverPart = serverPart();
        deliver(serverPart, List.of(), judging(serverPart).works());
    }

    private ClientJudging judging(ServerPart serverPart) {
        return new ClientJudging(implementation().protocol(), serverPart, delivery -> play(serverPart, delivery));
    }

    /** As {@link #requirePlayed()}, with every header left whole: this is about bodies. */
    public void requirePlayedCutInBodies() {
        ServerPart serverPart = serverPart();
        deliver(serverPart, serverPart.insideHeaders(), judging(serverPart).works());
    }

    /** Holds when, wherever the replies of that family break off, the client says so and ends. */
    public void requireGivingUp() {
        ServerPart serverPart = serverPart();
        deliver(serverPart, List.of(), judging(serverPart).givesUp());
    }

    /**
     * Holds when the client, its last request answered by {@code reply} and {@code end}, says so and ends, and keeps below
     * {@code most} bytes of memory. That is judged first: one that has taken too much may be so busy with it that it seems to spin.
     */
    public ProgramRun refuses(Bytes reply, Ending.How end, String what, long most) {
        ServerPart hostile = serverPart().lastAnswered(reply);
        Delivery usual = whole(hostile).ending(new Ending(end, Ending.When.AFTER_READ));
        Delivery delivery = repeatedDelivery(hostile.said(), RecordedDelivery.Fit.of(hostile.spoken()))
                .orElse(usual);
        ObservedRun observedRun = play(hostile, delivery);
        Finding within = most == Long.MAX_VALUE ? Finding.HOLDS : ClientJudge.bounded(observedRun.run(), most);
        if (within instanceof Finding.Broken) {
            states(within, observedRun);
            return observedRun.run();
        }
        Finding finding = ClientJudge.givesUp("after " + what, hostile, observedRun.seen(), observedRun.run());
        states(finding, observedRun, served(hostile, delivery, Occasion.Demand.GIVE_UP));
        states(within);
        return observedRun.run();
    }

    /**
     * Holds when all is asked and printed rightly by a client that asks again before it is answered, where replies may be
     * joined. Ends the case as not applicable for a client that does not: no server may answer what was not asked.
     */
    public void requirePlayedAskedAhead() {
        ServerPart serverPart = serverPart();
        if (implementation().dialect().acknowledge().isPresent()) {
            throw notApplicable("an acknowledgement is due between header and body");
        }
        if (implementation().conversations().joining() == Joining.NEVER) {
            throw notApplicable("its protocol says that each message waits for the answer to the one before it");
        }
        List<Integer> owed = clientUnderTest.asksAhead(serverPart);
        if (owed.stream().allMatch(each -> each < 2)) {
            throw notApplicable(WAITS_FOR_EACH_REPLY);
        }
        Judging judging = judging(serverPart).works().in(Serving.ASKED_AHEAD);
        deliver(serverPart, serverPart.shapeOwed(owed), List.of(), judging);
    }

    /** Holds when, wherever the replies of that family break off, the client ends or connects once more. */
    public void requireLeavingOrAskingAgain() {
        ServerPart serverPart = serverPart();
        deliver(serverPart, List.of(), judging(serverPart).leavesOrAsksAgain());
    }

    /** Holds when the client's memory does not grow with its last reply, which goes on and on. */
    public void requireBoundedByEndlessReply() {
        ServerPart asked = serverPart();
        ServerPart endless =
                asked.upToLastReply().orElseThrow(() -> notApplicable("nothing is answered in this conversation"));
        ObservedRun plain = play(asked, whole(asked));
        ObservedRun observedRun = clientRunner().play(endless, whole(endless), Optional.empty(), Serving.ENDLESSLY);
        long sent = observedRun
                .seen()
                .all(Fact.Sent.class)
                .mapToLong(each -> each.bytes().length())
                .sum();
        states(ClientJudge.keepsNot(sent, plain.run(), observedRun.run()), observedRun);
    }

    /** Holds when an empty line that the user gives is not sent: the client goes on to the next one, or leaves. */
    public void requireEmptyLineKept() {
        ServerPart serverPart = serverPart();
        deliver(serverPart, List.of(), judging(serverPart).keepsEmptyLine());
    }

    /** Holds when a command's output is printed, and beside it nothing that would be another for the output {@code other}. */
    public void requireBodiesAlone(String other) {
        if (implementation().start().console() == Start.Console.TERMINAL) {
            throw notApplicable(
                    "on a terminal its standard error, where it may say what it likes, is among its output");
        }
        Script script = Scripts.of(implementation().protocol(), name().conversation());
        ServerPart otherwise = inDialect(() -> clientUnderTest.serverPart(script.printing(new Octets.Text(other))));
        new TwoReplies(this, each -> play(each, whole(each)), serverPart(), otherwise).compare();
    }

    /** Holds when nothing is sent between two prompts of one request. */
    public void requireSilenceBetweenPrompts() {
        ServerPart serverPart = serverPart();
        if (serverPart.exchanges().get(0).typed().size() < 2) {
            throw notApplicable("it asks its user just once");
        }
        states(clientRunner().early(serverPart));
    }

    /** Holds when all is asked and printed rightly with everything whole, and {@code more} holds of the run too. */
    public void requirePlayed(Function<ProgramRun, Finding> more) {
        ServerPart serverPart = serverPart();
        Delivery delivery = repeatedDelivery(serverPart.said(), RecordedDelivery.Fit.of(serverPart.spoken()))
                .orElse(whole(serverPart));
        ObservedRun observedRun = play(serverPart, delivery);
        Finding worked = ClientJudge.works(serverPart, observedRun.seen(), observedRun.run());
        states(
                worked == Finding.HOLDS ? more.apply(observedRun.run()) : worked,
                observedRun,
                served(serverPart, delivery, Occasion.Demand.SUCCEED));
    }

    private void deliver(ServerPart serverPart, Collection<Integer> spared, Judging judging) {
        deliver(serverPart, serverPart.shape(), spared, judging);
    }

    private void deliver(ServerPart serverPart, Shape shape, Collection<Integer> spared, Judging judging) {
        try (InputFile file = clientUnderTest.file(name().conversation())) {
            Served served = new Served(clientRunner(), serverPart, shape, file.path(), clientUnderTest.width());
            ClientCarrying carrying = new ClientCarrying(this, served, judging);
            new Deliveries<>(this, carrying).carryOut(carrying.of(family(), spared));
        }
    }

    private static Delivery whole(ServerPart serverPart) {
        return Delivery.of(serverPart.shape().messages());
    }

    private ObservedRun play(ServerPart serverPart, Delivery delivery) {
        try (InputFile file = clientUnderTest.file(name().conversation())) {
            return clientRunner().play(serverPart, delivery, file.path());
        }
    }

    private Occasion.Served served(ServerPart serverPart, Delivery delivery, Occasion.Demand demand) {
        try (InputFile file = clientUnderTest.file(name().conversation())) {
            Optional<Bytes> content = file.path().map(InputFile::content);
            return new Occasion.Served(
                    serverPart, delivery, new Occasion.Terms(Occasion.Order.IN_TURN, demand, content));
        }
    }

    /** States what one run showed. */
    public void states(Finding found, ObservedRun observedRun) {
        evidence().run(observedRun, observedRun.weigh(found));
    }

    /** States what one run showed that can be had again. */
    public void states(Finding found, ObservedRun observedRun, Occasion occasion) {
        Finding finding = observedRun.weigh(found);
        evidence().run(occasion, observedRun, finding);
        watched(() -> occasion, observedRun.seen(), finding);
    }

    /** The conversation that the case is named after, from the server's side. */
    public ServerPart serverPart() {
        return inDialect(() -> clientUnderTest.serverPart(name().conversation()));
    }

    @Override
    String lastWords() {
        return evidence().words().orElse("");
    }

    public ClientRunner clientRunner() {
        return Objects.requireNonNull(clientRunner, "a case has a runner while it lasts");
    }
}
