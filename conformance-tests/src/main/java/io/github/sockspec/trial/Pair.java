package io.github.sockspec.trial;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.ConversationEncoder;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.program.ClientRun;
import io.github.sockspec.program.ClientTask;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Instance;
import io.github.sockspec.program.Instances;
import io.github.sockspec.program.PairNetworks;
import io.github.sockspec.program.StartFailure;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.PairJudge;
import io.github.sockspec.verdict.PairJudge.Blame;
import io.github.sockspec.verdict.PairJudge.Requests;
import io.github.sockspec.verdict.PairJudge.Side;
import io.github.sockspec.verdict.SlowMachine;
import io.github.sockspec.wire.Confirmation;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.KernelConfirmation;
import io.github.sockspec.wire.Listener;
import io.github.sockspec.wire.Relay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A client and a server that talk to each other through a relay, again and again. For one thread. */
public final class Pair implements AutoCloseable {
    private static final Duration ARRIVAL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** What a client may use from the moment it has all its input: it may be a virtual machine that is only starting. */
    private static final Duration CPU = Duration.ofSeconds(5);

    private final Implementation server;
    private final PairNetworks networks;
    private final ClientUnderTest clientUnderTest;
    private final Conversation asked;
    private final ServerPart answered;
    private final InputFile file;
    private Instance instance;

    /**
     * Starts the server.
     *
     * @throws StartFailure when it can't be had, or the two can't be kept apart: one line that says why
     */
    public Pair(Implementation client, Implementation server, String script) {
        this.server = server;
        networks = PairNetworks.of(client, server);
        clientUnderTest = networks.client().within(() -> new ClientUnderTest(client, 1));
        // The client's user has the accounts that the server knows.
        Accounts accounts = server.accounts();
        asked = ConversationEncoder.of(server.dialect(), accounts)
                .speak(Scripts.of(server.protocol(), script), Map.of());
        answered = clientUnderTest.serverPart(Scripts.of(server.protocol(), script), accounts);
        file = clientUnderTest.file(script);
        boolean started = false;
        try {
            instance = start();
            started = true;
        } finally {
            if (!started) {
                file.close();
                clientUnderTest.close();
                networks.close();
            }
        }
    }

    private Instance start() {
        return networks.server().within(() -> Instances.start(server));
    }

    /**
     * One conversation through the relay.
     *
     * @param blame who broke it, if anybody did
     * @param client what passed at the client's side
     * @param server what passed at the server's side
     */
    public record Talk(Blame blame, Observation client, Observation server) {
        /** Whether every cut is known to have been read on its own. */
        public boolean confirmed() {
            return client.confirmed() && server.confirmed();
        }
    }

    /** What the client has to be told, for the shape of it. */
    public ServerPart answered() {
        return answered;
    }

    public Conversation asked() {
        return asked;
    }

    /** Has them talk, each direction cut as a delivery has it; one with no writes passes on what comes as it comes. */
    public Talk talk(Delivery requests, Delivery replies) {
        Talk talk = onceOrTrouble(requests, replies);
        if (Stream.of(talk.client(), talk.server()).anyMatch(side -> cleared(talk.blame(), side))) {
            throw new StartFailure("this machine was too slow to say who broke it");
        }
        if (talk.blame().side() == Side.SERVER || !instance.alive()) {
            instance.close();
            instance = start();
        }
        return talk;
    }

    private Talk onceOrTrouble(Delivery requests, Delivery replies) {
        try {
            return once(requests, replies);
        } catch (WireFailure surroundings) {
            throw new StartFailure(String.valueOf(surroundings.getMessage()), surroundings);
        }
    }

    private static boolean cleared(Blame blame, Observation seen) {
        return SlowMachine.of(blame.finding(), seen) instanceof Finding.Undecided;
    }

    private Talk once(Delivery requests, Delivery replies) {
        try (Listener listener = listener();
                ClientRun run =
                        clientUnderTest.client().start(new ClientTask(Optional.of(listener.address()), file.path()))) {
            answered.exchanges().stream().map(Exchange::typed).forEach(lines -> lines.forEach(run::type));
            answered.leaving().forEach(run::type);
            run.endInput(CPU);
            Limits limits =
                    clientUnderTest.clientRunner(ProcessSharing.ANY).limits().patient(PATIENCE);
            Optional<Connection> arrived = listener.accept(limits.guardedWait(ARRIVAL), run::over, limits);
            if (arrived.isEmpty()) {
                Observation none = new Observation(List.of());
                return new Talk(PairJudge.judge(terms(), none, none, run.end()), none, none);
            }
            try (Confirmation confirmation = KernelConfirmation.orElse(limits.gap());
                    Relay relay = relay(arrived.get(), new Relay.Plan(requests, replies, confirmation), limits)) {
                relay.run(limits.guardedWait(), run::over);
                Observation atServer = relay.serverSide();
                Observation atClient = relay.clientSide();
                relay.hangUp();
                Waiting.until(limits.guardedWait(), run::over);
                ObservedRun observedRun = ObservedRun.of(atClient, run.end());
                return new Talk(
                        PairJudge.judge(terms(), observedRun.seen(), atServer, observedRun.run()),
                        observedRun.seen(),
                        atServer);
            }
        }
    }

    private PairJudge.Terms terms() {
        return new PairJudge.Terms(
                asked, answered, server.dialect().cuttable() ? Requests.END_THEMSELVES : Requests.WAIT_FOR_THE_ANSWER);
    }

    private Listener listener() {
        return clientUnderTest
                .client()
                .network()
                .within(() -> Listener.at(
                        clientUnderTest.clientRunner(ProcessSharing.ANY).address()));
    }

    private Relay relay(Connection client, Relay.Plan plan, Limits limits) {
        return instance.network().within(() -> new Relay(client, instance.address(), plan, limits));
    }

    @Override
    public void close() {
        instance.close();
        file.close();
        clientUnderTest.close();
        networks.close();
    }
}
