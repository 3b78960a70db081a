package io.github.sockspec.target;

import io.github.sockspec.server.ReferenceServer;
import io.github.sockspec.server.ServerOptions;
import io.github.sockspec.server.Service;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The reference server in this process. What it holds can't be told from what the suite holds. */
final class ReferenceInstance implements Instance {
    private final ReferenceServer server;
    private final InetSocketAddress address;
    private final Scratch scratch;
    private final Optional<Path> accounts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ReferenceInstance(ReferenceServer server, Service service, Scratch scratch, Optional<Path> accounts) {
        this.server = server;
        this.address = server.address(service);
        this.scratch = scratch;
        this.accounts = accounts;
    }

    static Instance start(Implementation implementation) {
        Service service = Service.valueOf(implementation.protocol().word().toUpperCase(Locale.ROOT));
        Scratch scratch = Scratch.create();
        try {
            ServerOptions options = ServerOptions.of(service);
            Optional<Path> accounts = Optional.empty();
            if (service == Service.LOGIN) {
                accounts = Optional.of(scratch.write("accounts.txt", Fixtures.accounts(implementation.accounts())));
                options = options.withAccounts(accounts.get());
            }
            return new ReferenceInstance(ReferenceServer.start(options), service, scratch, accounts);
        } catch (IOException refused) {
            scratch.close();
            throw new StartFailure("the reference server could not be started: " + refused.getMessage(), refused);
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Identity identity() {
        return new Identity(
                Optional.of(ProcessHandle.current().pid()),
                "in this process",
                Optional.empty(),
                Addresses.text(address),
                true,
                true,
                "none: it runs in this process");
    }

    @Override
    public boolean alive() {
        return !closed.get();
    }

    @Override
    public Optional<Resources> resources() {
        return Optional.empty();
    }

    @Override
    public Optional<Path> accounts() {
        return accounts;
    }

    @Override
    public String lastWords() {
        return "";
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.close();
            scratch.close();
        }
    }
}
