package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.program.Client;
import io.github.sockspec.program.ClientRun;
import io.github.sockspec.program.ClientTask;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Side;
import io.github.sockspec.wire.Confirmation;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.KernelConfirmation;
import io.github.sockspec.wire.Listener;
import io.github.sockspec.wire.ServedConnection;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where one client is run and served, again and again. For several threads, except where the client fixes its address.
 *
 * @param client who is served
 * @param limits how long is waited
 */
public record ClientRunner(Client client, Limits limits) {
    /** How long a program may take to start and connect. */
    private static final Duration ARRIVAL = Duration.ofSeconds(15);

    /** How much a reply may be that goes on and on, and for how long it does, at most. */
    private static final long ENDLESS_BYTES = 128L << 20;

    private static final Duration ENDLESS = Duration.ofSeconds(60);

    /** How long a second request is waited for, of a client that was not answered the first. */
    private static final Duration AHEAD = Duration.ofMillis(300);

    /** One client served in the order of things. */
    ObservedRun play(ServerPart serverPart, Delivery delivery, Optional<Path> file) {
        return play(serverPart, delivery, file, Serving.IN_TURN);
    }

    ObservedRun play(ServerPart serverPart, Delivery delivery, Optional<Path> file, Serving serving) {
        try (Listener listener = Listener.at(address());
                ClientRun run = client.start(new ClientTask(Optional.of(listener.address()), file))) {
            RunTypist inputSource = serving == Serving.UNTIL_IT_LEAVES
                    ? new RunTypist(run, listener::anotherWaits)
                    : new RunTypist(run);
            inputSource.typeAhead(serverPart.exchanges().get(0).typed());
            ServedConnection.Plan plan = new ServedConnection.Plan(serverPart, delivery, inputSource);
            GuardedWait arrival = limits.guardedWait(ARRIVAL);
            Optional<Connection> arrived = listener.accept(arrival, inputSource::gone, limits);
            Observation seen = arrived.map(connection -> serve(connection, plan, serving))
                    .orElseGet(() -> nobody(inputSource, arrival));
            return ObservedRun.of(seen, run.end());
        }
    }

    private Observation serve(Connection arrived, ServedConnection.Plan plan, Serving serving) {
        try (Connection connection = arrived;
                Confirmation confirmation = KernelConfirmation.orElse(limits.gap())) {
            ServedConnection served = new ServedConnection(connection, plan, confirmation);
            switch (serving) {
                case IN_TURN, UNTIL_IT_LEAVES -> served.serve();
                case ASKED_AHEAD -> served.serveAskedAhead();
                case ENDLESSLY -> served.serveEndlessly(ENDLESS_BYTES, ENDLESS);
            }
            return served.seeOut(limits);
        }
    }

    /**
     * How many replies the client, its user quicker than its server, lets itself be owed before it waits for them, each time;
     * nothing where it breaks off.
     *
     * @throws CaseStop when the machine was too slow to tell
     */
    List<Integer> asksAhead(ServerPart serverPart) {
        try (Listener listener = Listener.at(address());
                ClientRun run = client.start(ClientTask.to(listener.address()))) {
            RunTypist inputSource = new RunTypist(run);
            inputSource.typeAhead(serverPart.exchanges().get(0).typed());
            return listener.accept(limits.guardedWait(ARRIVAL), inputSource::gone, limits)
                    .map(connection -> asksAhead(connection, serverPart, inputSource))
                    .orElse(List.of());
        }
    }

    private List<Integer> asksAhead(Connection arrived, ServerPart serverPart, RunTypist inputSource) {
        ServedConnection.Plan nothing = new ServedConnection.Plan(serverPart, Delivery.of(List.of()), inputSource);
        try (Connection connection = arrived;
                Confirmation confirmation = KernelConfirmation.orElse(limits.gap())) {
            ServedConnection serving = new ServedConnection(connection, nothing, confirmation);
            List<Integer> owed = serving.asksAhead(() -> limits.guardedWait(AHEAD));
            boolean ahead = owed.stream().anyMatch(each -> each > 1);
            if (!ahead && serving.seeOut(limits).has(Fact.Slipped.class)) {
                throw CaseStop.inconclusive("this machine was too slow to tell whether it asks before it is answered");
            }
            int heard = owed.stream().mapToInt(Integer::intValue).sum();
            return heard == serverPart.exchanges().size() ? owed : List.of();
        }
    }

    /** What the client sends when its user has given all but the last line of a request. */
    Finding early(ServerPart serverPart) {
        List<String> lines = serverPart.exchanges().get(0).typed();
        try (Listener listener = Listener.at(address());
                ClientRun run = client.start(ClientTask.to(listener.address()))) {
            for (String line : lines.subList(0, lines.size() - 1)) {
                if (!run.awaitsInput(limits.patience())) {
                    return new Finding.Undecided("it was not seen to wait for its user");
                }
                run.type(line);
            }
            if (!run.awaitsInput(limits.patience())) {
                return new Finding.Undecided("it was not seen to wait for its user");
            }
            // It waits for its user, so it has done what it does before: what it sent is here.
            Optional<Connection> arrived = listener.accept(limits.guardedWait(Duration.ZERO), run::over, limits);
            Bytes sent = arrived.map(ClientRunner::whatCame).orElse(Bytes.EMPTY);
            run.endInput(ClientRun.IDLE_CPU);
            return sent.isEmpty()
                    ? Finding.HOLDS
                    : new Finding.Broken(
                            "it sent something before its user had given everything",
                            Side.words("nothing"),
                            Side.octets(sent, 0, 0));
        }
    }

    private static Bytes whatCame(Connection connection) {
        try (connection) {
            return connection.arrived();
        }
    }

    private Observation nobody(RunTypist inputSource, GuardedWait arrival) {
        List<Fact> slips = new ArrayList<>();
        if (!inputSource.gone()) {
            arrival.slip(ARRIVAL).ifPresent(slips::add);
        }
        inputSource.endInput();
        GuardedWait end = limits.guardedWait();
        if (!Waiting.until(end, inputSource::gone)) {
            end.slip(ARRIVAL).ifPresent(slips::add);
        }
        return new Observation(slips);
    }

    /** Where the client will look for its server. */
    public InetSocketAddress address() {
        return client.address().orElseGet(() -> new InetSocketAddress(client.harness(), 0));
    }
}
