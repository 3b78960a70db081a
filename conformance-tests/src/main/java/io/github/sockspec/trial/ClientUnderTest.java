package io.github.sockspec.trial;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Script;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerParts;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.program.Client;
import io.github.sockspec.program.Clients;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.ResourceLimits;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One client under judgement and what it takes to run it: shared by its cases. Thread-safe. */
public final class ClientUnderTest implements AutoCloseable {
    private final Implementation implementation;
    private final Client client;
    private final int width;
    private final Semaphore places;
    private final Patience patience = new Patience(Patience.Of.RUN);
    private Optional<Finding> control = Optional.empty();
    private final Map<String, List<Integer>> asksAhead = new HashMap<>();
    private @Nullable ReferenceControl reference;

    /**
     * @param width how many runs may go on side by side in one case
     */
    ClientUnderTest(Implementation implementation, int width) {
        this.implementation = implementation;
        client = Clients.of(implementation);
        this.width = client.alone() ? 1 : width;
        places = new Semaphore(client.alone() ? 1 : Integer.MAX_VALUE, true);
    }

    /** Keeps others from the client's address while a case needs it. */
    public void enter() {
        places.acquireUninterruptibly();
    }

    public void leave() {
        places.release();
    }

    public Client client() {
        return client;
    }

    int width() {
        return width;
    }

    /** A runner for this client, or for the same program in a process of its own. */
    public synchronized ClientRunner clientRunner(ProcessSharing process) {
        return clientRunner(process == ProcessSharing.OWN ? Clients.apart(implementation) : client);
    }

    private ClientRunner clientRunner(Client served) {
        Limits limits = Limits.UNMEASURED.patient(patience.time());
        return new ClientRunner(served, limits.beside(reference().beside(patience.latency())));
    }

    private ReferenceControl reference() {
        ReferenceControl known = reference;
        if (known == null) {
            known = ReferenceControl.ofClient();
            reference = known;
        }
        return known;
    }

    /** A runner for this client alone in a container that allows no more than this; its client is to be closed. */
    synchronized ClientRunner confined(ResourceLimits allowance) {
        if (implementation.start().contained().isEmpty()) {
            throw CaseStop.notApplicable("it does not run in a container, so there is nothing to limit it by");
        }
        return clientRunner(Clients.confined(implementation, allowance));
    }

    /** Whether it works when everything comes whole, measured once; if not, nothing beyond that can be shown. */
    public synchronized Finding control() {
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
        ServerPart plain = serverPart(implementation.conversations().probe());
        Delivery whole = Delivery.of(plain.shape().messages());
        long before = System.nanoTime();
        ObservedRun observedRun;
        try (InputFile file =
                InputFile.of(implementation, implementation.conversations().probe())) {
            observedRun = clientRunner(ProcessSharing.ANY).play(plain, whole, file.path());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        Finding finding = observedRun.weigh(ClientJudge.works(plain, observedRun.seen(), observedRun.run()));
        if (finding == Finding.HOLDS) {
            patience.measured(took);
            patience.begins();
        }
        return finding;
    }

    /** How many replies it lets itself be owed, each time, as a server's replies can be joined only then; seen once. */
    synchronized List<Integer> asksAhead(ServerPart serverPart) {
        return asksAhead.computeIfAbsent(
                serverPart.name(), name -> clientRunner(ProcessSharing.ANY).asksAhead(serverPart));
    }

    public synchronized Optional<Duration> latency() {
        return patience.latency();
    }

    /** The conversation of that name, answered in the server's place. */
    ServerPart serverPart(String script) {
        return implementation.conversations().answered(script, implementation.stdin());
    }

    ServerPart serverPart(Script script) {
        return serverPart(script, implementation.accounts());
    }

    /** As {@link #serverPart(Script)}, with a server that knows these accounts. */
    ServerPart serverPart(Script script, Accounts accounts) {
        return new ServerParts(implementation.dialect(), accounts, implementation.stdin()).of(script);
    }

    /** The file that a client is given for {@code script}, if any. */
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
