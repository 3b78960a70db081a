package io.github.sockspec.target;

import io.github.sockspec.engine.Execution;
import io.github.sockspec.wire.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A client or tool whose runs all go on in one container, which is started for the first of them. */
final class ContainedClient implements Client {
    private final Implementation implementation;
    private final Start.Image start;
    private final Allowance allowance;
    private final Surroundings surroundings;
    private final AtomicInteger files = new AtomicInteger();
    private @Nullable Cell opened;

    ContainedClient(Implementation implementation, Start.Image start, Allowance allowance, Surroundings surroundings) {
        this.implementation = implementation;
        this.start = start;
        this.allowance = allowance;
        this.surroundings = surroundings;
    }

    private synchronized Cell cell() {
        Cell known = opened;
        if (known == null) {
            known = Cell.open(
                    implementation,
                    new Inmate(start, implementation.role(), Inmate.Rank.NOBODY),
                    allowance,
                    surroundings);
            opened = known;
        }
        return known;
    }

    @Override
    public ClientRun start(Errand errand) {
        Cell cell = cell();
        int number = files.incrementAndGet();
        Optional<Path> given =
                errand.file().map(file -> share(file, cell.shared().resolve("file-" + number)));
        Errand inside = new Errand(
                errand.server(), given.map(file -> Path.of(Supply.SHARED).resolve(file.getFileName())));
        List<String> words = Placeholders.fill(start.command(), inside, Path.of("/tmp/out-" + number));
        String mark = ContainedLaunch.MARK + "="
                + HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
        long killedBefore = cell.controlGroup().killed();
        Execution.Streams streams =
                start.console() == Start.Console.TERMINAL ? Execution.Streams.TERMINAL : Execution.Streams.ALL;
        Execution execution = cell.run(words, streams, mark);
        LaunchedRun run = new LaunchedRun(execution, mark, Scratch.create(), start.console()).given(inside.file());
        return new ContainedRun(run, execution, cell, killedBefore, given);
    }

    /** Puts a file where the container sees it: a second name of it where that can be, for it may be large. */
    private static Path share(Path file, Path name) {
        try {
            Supply.permit(file);
            return Files.createLink(name, file);
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            try {
                return Files.copy(file, name);
            } catch (IOException full) {
                throw new StartFailure("a file could not be given to the container: " + full.getMessage(), full);
            }
        }
    }

    @Override
    public Optional<InetSocketAddress> address() {
        return start.address();
    }

    @Override
    public InetAddress harness() {
        return cell().harness();
    }

    @Override
    public Network network() {
        return cell().network();
    }

    @Override
    public Cost cost() {
        return Cost.PROCESS;
    }

    @Override
    public Identity identity() {
        Cell cell = cell();
        return new Identity(
                Optional.empty(),
                String.join(" ", cell.image().words(start.command())),
                Optional.of(cell.image().name() + " (" + cell.image().id() + ")"),
                start.address().map(Addresses::text).orElse(""),
                true,
                true,
                cell.isolation());
    }

    @Override
    public synchronized void close() {
        Cell known = opened;
        opened = null;
        if (known != null) {
            known.close();
        }
    }
}
