package io.github.sockspec.program;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.server.ReferenceServer;
import io.github.sockspec.server.ServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/** The reference server in this process. What it holds can't be told from what the suite holds. */
record ReferenceProgram(ReferenceServer server, ScratchDirectory scratch, Optional<Path> accounts, AtomicBoolean closed)
        implements Program {
    static Instance start(Implementation implementation) {
        List<String> words = ReferenceCommand.words(Role.SERVER, implementation.dialect());
        ScratchDirectory scratch = ScratchDirectory.create();
        try {
            Optional<Path> accounts = Fixtures.namedIn(words)
                    ? Optional.of(scratch.write("accounts.txt", Fixtures.accounts(implementation.accounts())))
                    : Optional.empty();
            ServerOptions options = options(words, accounts);
            ReferenceServer server = ReferenceServer.start(options);
            InetSocketAddress address = server.address(options.services().get(0));
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

    /** What {@code words} ask for, on a port that the system chooses. */
    private static ServerOptions options(List<String> words, Optional<Path> accounts) {
        Launch launch = Launch.server("127.0.0.1", 0, new RecentOutput(), OptionalInt.empty());
        Launch.Files files = new Launch.Files(accounts.map(Path::toString).orElse(""), "", "");
        return ServerOptions.parse(launch.fill(words, files).toArray(String[]::new));
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
