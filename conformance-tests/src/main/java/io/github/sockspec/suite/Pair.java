package io.github.sockspec.suite;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.conversation.Counterpart.Exchange;
import io.github.sockspec.conversation.Phrasebook;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.target.ClientRun;
import io.github.sockspec.target.Errand;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Instance;
import io.github.sockspec.target.Instances;
import io.github.sockspec.target.PairNetworks;
import io.github.sockspec.target.StartFailure;
import io.github.sockspec.verdict.Alibi;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.PairJudge;
import io.github.sockspec.verdict.PairJudge.Blame;
import io.github.sockspec.verdict.PairJudge.Requests;
import io.github.sockspec.verdict.PairJudge.Side;
import io.github.sockspec.wire.Confirmation;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.KernelConfirmation;
import io.github.sockspec.wire.Limits;
import io.github.sockspec.wire.Listener;
import io.github.sockspec.wire.Relay;
import io.github.sockspec.wire.Waiting;
import io.github.sockspec.wire.WireFailure;
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
    private final Clientele clientele;
    private final Conversation asked;
    private final Counterpart answered;
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
        clientele = networks.client().within(() -> new Clientele(client, 1));
        // The client's user has the accounts that the server knows.
        Accounts accounts = server.accounts();
        asked = Phrasebook.of(server.dialect(), accounts).speak(Scripts.of(server.protocol(), script), Map.of());
        answered = clientele.counterpart(Scripts.of(server.protocol(), script), accounts);
        file = clientele.file(script);
        boolean started = false;
        try {
            instance = start();
            started = true;
        } finally {
            if (!started) {
                file.close();
                clientele.close();
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
    public Counterpart answered() {
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
        return Alibi.of(blame.finding(), seen) instanceof Finding.Undecided;
    }

    private Talk once(Delivery requests, Delivery replies) {
        try (Listener listener = listener();
                ClientRun run = clientele.client().start(new Errand(Optional.of(listener.address()), file.path()))) {
            answered.exchanges().stream().map(Exchange::typed).forEach(lines -> lines.forEach(run::type));
            answered.leaving().forEach(run::type);
            run.endInput(CPU);
            Limits limits = clientele.stage(false).limits().patient(PATIENCE);
            Optional<Connection> arrived = listener.accept(limits.vigil(ARRIVAL), run::over, limits);
            if (arrived.isEmpty()) {
                Observation none = new Observation(List.of());
                return new Talk(PairJudge.judge(terms(), none, none, run.end()), none, none);
            }
            try (Confirmation confirmation = KernelConfirmation.orElse(limits.gap());
                    Relay relay = relay(arrived.get(), new Relay.Plan(requests, replies, confirmation), limits)) {
                relay.run(limits.vigil(), run::over);
                Observation atServer = relay.serverSide();
                Observation atClient = relay.clientSide();
                relay.hangUp();
                Waiting.until(limits.vigil(), run::over);
                Encounter encounter = Encounter.of(atClient, run.end());
                return new Talk(
                        PairJudge.judge(terms(), encounter.seen(), atServer, encounter.run()),
                        encounter.seen(),
                        atServer);
            }
        }
    }

    private PairJudge.Terms terms() {
        return new PairJudge.Terms(
                asked, answered, server.dialect().cuttable() ? Requests.END_THEMSELVES : Requests.WAIT_FOR_THE_ANSWER);
    }

    private Listener listener() {
        return clientele
                .client()
                .network()
                .within(() -> Listener.at(clientele.stage(false).address()));
    }

    private Relay relay(Connection client, Relay.Plan plan, Limits limits) {
        return instance.network().within(() -> new Relay(client, instance.address(), plan, limits));
    }

    @Override
    public void close() {
        instance.close();
        file.close();
        clientele.close();
        networks.close();
    }
}
