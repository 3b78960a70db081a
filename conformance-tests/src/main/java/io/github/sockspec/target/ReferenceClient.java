package io.github.sockspec.target;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** The reference client in this process, each run on a thread of its own. */
final class ReferenceClient implements Client {
    private final Implementation implementation;

    ReferenceClient(Implementation implementation) {
        this.implementation = implementation;
    }

    @Override
    public ClientRun start(Errand errand) {
        return ReferenceRun.start(Placeholders.fill(
                ReferenceWords.of(implementation.protocol(), implementation.role(), implementation.dialect()),
                errand,
                Path.of("")));
    }

    @Override
    public Optional<InetSocketAddress> address() {
        return Optional.empty();
    }

    @Override
    public Cost cost() {
        return Cost.THREAD;
    }

    @Override
    public Identity identity() {
        return new Identity(
                Optional.of(ProcessHandle.current().pid()),
                "in this process",
                Optional.empty(),
                "",
                true,
                true,
                "none: it runs in this process");
    }
}
