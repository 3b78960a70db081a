package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.target.Client;
import io.github.sockspec.target.ClientRun;
import io.github.sockspec.target.Errand;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import io.github.sockspec.verdict.Side;
import io.github.sockspec.wire.Confirmation;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.KernelConfirmation;
import io.github.sockspec.wire.Limits;
import io.github.sockspec.wire.Listener;
import io.github.sockspec.wire.Serving;
import io.github.sockspec.wire.Vigil;
import io.github.sockspec.wire.Waiting;
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
record Stage(Client client, Limits limits) {
    /** How long a program may take to start and connect. */
    private static final Duration ARRIVAL = Duration.ofSeconds(15);

    /** How long a second request is waited for, of a client that was not answered the first. */
    private static final Duration AHEAD = Duration.ofMillis(300);

    /** One client served in the order of things. */
    Encounter play(Counterpart counterpart, Delivery delivery, Optional<Path> file) {
        return play(counterpart, delivery, file, Scene.Order.IN_TURN);
    }

    Encounter play(Counterpart counterpart, Delivery delivery, Optional<Path> file, Scene.Order order) {
        try (Listener listener = Listener.at(address());
                ClientRun run = client.start(new Errand(Optional.of(listener.address()), file))) {
            RunTypist typist = new RunTypist(run);
            typist.typeAhead(counterpart.exchanges().get(0).typed());
            Vigil arrival = limits.vigil(ARRIVAL);
            Optional<Connection> arrived = listener.accept(arrival, typist::gone, limits);
            Observation seen = arrived.map(connection -> serve(connection, counterpart, delivery, typist, order))
                    .orElseGet(() -> nobody(typist, arrival));
            return Encounter.of(seen, run.end());
        }
    }

    private Observation serve(
            Connection arrived, Counterpart counterpart, Delivery delivery, RunTypist typist, Scene.Order order) {
        try (Connection connection = arrived;
                Confirmation confirmation = KernelConfirmation.orElse(limits.gap())) {
            Serving serving = new Serving(connection, counterpart, delivery, confirmation, typist);
            if (order == Scene.Order.IN_TURN) {
                serving.serve();
            } else {
                serving.serveAllAsked();
            }
            return serving.seeOut(limits);
        }
    }

    /**
     * Whether the client, its user quicker than its server, asks again before it is answered.
     *
     * @throws Stop when the machine was too slow to tell
     */
    boolean asksAhead(Counterpart counterpart) {
        try (Listener listener = Listener.at(address());
                ClientRun run = client.start(Errand.to(listener.address()))) {
            RunTypist typist = new RunTypist(run);
            typist.typeAhead(counterpart.exchanges().get(0).typed());
            return listener.accept(limits.vigil(ARRIVAL), typist::gone, limits)
                    .map(connection -> asksAhead(connection, counterpart, typist))
                    .orElse(false);
        }
    }

    private boolean asksAhead(Connection arrived, Counterpart counterpart, RunTypist typist) {
        Delivery nothing = Delivery.of(List.of());
        try (Connection connection = arrived;
                Confirmation confirmation = KernelConfirmation.orElse(limits.gap())) {
            Serving serving = new Serving(connection, counterpart, nothing, confirmation, typist);
            boolean ahead = serving.asksAhead(() -> limits.vigil(AHEAD));
            if (!ahead && serving.seeOut(limits).has(Fact.Slipped.class)) {
                throw Stop.inconclusive("this machine was too slow to tell whether it asks before it is answered");
            }
            return ahead;
        }
    }

    /** What the client sends when its user has given all but the last line of a request. */
    Finding early(Counterpart counterpart) {
        List<String> lines = counterpart.exchanges().get(0).typed();
        try (Listener listener = Listener.at(address());
                ClientRun run = client.start(Errand.to(listener.address()))) {
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
            Optional<Connection> arrived = listener.accept(limits.vigil(Duration.ZERO), run::over, limits);
            Bytes sent = arrived.map(Stage::whatCame).orElse(Bytes.EMPTY);
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

    private Observation nobody(RunTypist typist, Vigil arrival) {
        List<Fact> slips = new ArrayList<>();
        if (!typist.gone()) {
            arrival.slip(ARRIVAL).ifPresent(slips::add);
        }
        typist.endInput();
        Vigil end = limits.vigil();
        if (!Waiting.until(end, typist::gone)) {
            end.slip(ARRIVAL).ifPresent(slips::add);
        }
        return new Observation(slips);
    }

    /** Where the client will look for its server. */
    InetSocketAddress address() {
        return client.address().orElseGet(() -> new InetSocketAddress(client.harness(), 0));
    }
}
