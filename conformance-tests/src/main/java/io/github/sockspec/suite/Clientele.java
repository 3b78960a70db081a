package io.github.sockspec.suite;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.conversation.Counterparts;
import io.github.sockspec.conversation.Script;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.spec.Role;
import io.github.sockspec.target.Allowance;
import io.github.sockspec.target.Client;
import io.github.sockspec.target.Clients;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One client under judgement and what it takes to run it: shared by its cases. Thread-safe. */
final class Clientele implements AutoCloseable {
    private final Implementation implementation;
    private final Client client;
    private final int width;
    private final Semaphore places;
    private final Patience patience = new Patience(Patience.Of.RUN);
    private Optional<Finding> control = Optional.empty();
    private Optional<Boolean> asksAhead = Optional.empty();
    private @Nullable ReferenceControl reference;

    /**
     * @param width how many runs may go on side by side in one case
     */
    Clientele(Implementation implementation, int width) {
        this.implementation = implementation;
        client = Clients.of(implementation);
        this.width = client.alone() ? 1 : width;
        places = new Semaphore(client.alone() ? 1 : Integer.MAX_VALUE, true);
    }

    /** Keeps others from the client's address while a case needs it. */
    void enter() {
        places.acquireUninterruptibly();
    }

    void leave() {
        places.release();
    }

    Client client() {
        return client;
    }

    int width() {
        return width;
    }

    /** A stage for this client, or for the same program in a process of its own. */
    synchronized Stage stage(boolean apart) {
        return stage(apart ? Clients.apart(implementation) : client);
    }

    private Stage stage(Client served) {
        Limits limits = Limits.UNMEASURED.patient(patience.time());
        return new Stage(served, limits.beside(reference().beside(patience.latency())));
    }

    private ReferenceControl reference() {
        ReferenceControl known = reference;
        if (known == null) {
            known = ReferenceControl.ofClient();
            reference = known;
        }
        return known;
    }

    /** A stage for this client alone in a container that allows no more than this; its client is to be closed. */
    synchronized Stage confined(Allowance allowance) {
        if (implementation.start().contained().isEmpty()) {
            throw Stop.notApplicable("it does not run in a container, so there is nothing to limit it by");
        }
        return stage(Clients.confined(implementation, allowance));
    }

    /** Whether it works when everything comes whole, measured once; if not, nothing beyond that can be shown. */
    synchronized Finding control() {
        if (control.isEmpty()) {
            control = Optional.of(
                    implementation.role() == Role.TOOL
                                    || implementation.protocol().datagrams()
                            ? Finding.HOLDS
                            : measure());
        }
        return control.get();
    }

    private Finding measure() {
        Counterpart plain = counterpart("plain");
        Delivery whole = Delivery.of(plain.shape().messages());
        long before = System.nanoTime();
        Encounter encounter;
        try (InputFile file = InputFile.of(implementation, "plain")) {
            encounter = stage(false).play(plain, whole, file.path());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        Finding finding = encounter.weigh(ClientJudge.works(plain, encounter.seen(), encounter.run()));
        if (finding == Finding.HOLDS) {
            patience.measured(took);
            patience.begins();
        }
        return finding;
    }

    /** Whether it asks again before it is answered, as a server's replies can be joined only then; seen once. */
    synchronized boolean asksAhead(Counterpart counterpart) {
        if (asksAhead.isEmpty()) {
            asksAhead = Optional.of(stage(false).asksAhead(counterpart));
        }
        return asksAhead.get();
    }

    synchronized Optional<Duration> latency() {
        return patience.latency();
    }

    /** The conversation of that name, answered in the server's place. */
    Counterpart counterpart(String script) {
        return counterpart(Scripts.of(implementation.protocol(), script));
    }

    Counterpart counterpart(Script script) {
        return counterpart(script, implementation.accounts());
    }

    /** As {@link #counterpart(Script)}, with a server that knows these accounts. */
    Counterpart counterpart(Script script, Accounts accounts) {
        return new Counterparts(implementation.dialect(), accounts, implementation.stdin()).of(script);
    }

    /** The file that a digest client is given for {@code script}; none for others. */
    InputFile file(String script) {
        return InputFile.of(implementation, script);
    }

    @Override
    public synchronized void close() {
        client.close();
        if (reference != null) {
            reference.close();
        }
    }
}
