package io.github.sockspec.program;

import io.github.sockspec.kernel.NetworkNamespace;
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
record ReferenceProgram(ReferenceServer server, ScratchDirectory scratch, Optional<Path> accounts, AtomicBoolean closed)
        implements Program {
    static Instance start(Implementation implementation) {
        Service service = Service.valueOf(implementation.protocol().word().toUpperCase(Locale.ROOT));
        ScratchDirectory scratch = ScratchDirectory.create();
        try {
            ServerOptions options = ServerOptions.of(service);
            Optional<Path> accounts = Optional.empty();
            if (service == Service.LOGIN) {
                accounts = Optional.of(scratch.write("accounts.txt", Fixtures.accounts(implementation.accounts())));
                options = options.withAccounts(accounts.get());
            }
            ReferenceServer server = ReferenceServer.start(options);
            InetSocketAddress address = server.address(service);
            return new Instance(
                    new Instance.Listening(
                            address,
                            NetworkNamespace.HERE,
                            ThisProcess.identity(Addresses.text(address)),
                            new RecentOutput()),
                    new ReferenceProgram(server, scratch, accounts, new AtomicBoolean()));
        } catch (IOException refused) {
            scratch.close();
            throw new StartFailure("the reference server could not be started: " + refused.getMessage(), refused);
        }
    }

    @Override
    public boolean alive() {
        return !closed.get();
    }

    @Override
    public void close() {
        closed.set(true);
        server.close();
        scratch.close();
    }
}
