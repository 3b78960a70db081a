package io.github.sockspec.program;

import io.github.sockspec.engine.Container;
import io.github.sockspec.engine.Engine;
import io.github.sockspec.engine.EngineFailure;
import io.github.sockspec.engine.Execution;
import io.github.sockspec.engine.Image;
import io.github.sockspec.engine.OwnNetwork;
import io.github.sockspec.engine.Recipe;
import io.github.sockspec.kernel.ControlGroup;
import io.github.sockspec.kernel.CpuCore;
import io.github.sockspec.kernel.ForeignSocketTable;
import io.github.sockspec.kernel.Loopback;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.program.LaunchedProgram.Belongings;
import io.github.sockspec.protocol.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A container for one implementation, in which its program is started and ended as often as needed: network, files and
 * limits stay meanwhile. Where this process has the right, it goes into the container's network, and that is a loopback
 * alone: there it reaches whatever address a program binds, and sees its sockets. Elsewhere a network of their own links
 * the two.
 */
final class ContainerPlace implements Place {
    private final Contained contained;
    private final Image image;
    private final ContainerFiles supply;
    private final AtomicInteger starts = new AtomicInteger();
    private @Nullable OwnNetwork bridge;
    private @Nullable Container container;
    private NetworkNamespace network = NetworkNamespace.HERE;
    private long keeper;

    private ContainerPlace(Contained contained, Image image) {
        this.contained = contained;
        this.image = image;
        supply = ContainerFiles.of(contained, image);
    }

    /** A cell in which nothing runs yet. */
    static ContainerPlace open(Contained contained, HostEnvironment surroundings) {
        return engine(contained.implementation().name(), () -> {
            Start.Image start = contained.start();
            Engine engine = Engine.here();
            Image image = start.build()
                    .map(build -> engine.images().build(build.context(), build.dockerfile(), start.image()))
                    .orElseGet(() -> engine.images().named(start.image()));
            ContainerPlace cell = new ContainerPlace(contained, image);
            StartedPrograms.add(cell);
            try {
                cell.furnish(engine, surroundings);
                return cell;
            } catch (RuntimeException failed) {
                cell.close();
                throw failed;
            }
        });
    }

    /** What the engine says is said again as the reason why a program could not be started. */
    private static <T> T engine(String whose, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (EngineFailure refused) {
            throw new StartFailure(whose + ": " + refused.getMessage(), refused);
        }
    }

    private void furnish(Engine engine, HostEnvironment surroundings) {
        Optional<NetworkNamespace> own =
                surroundings.entrance().apply(ProcessHandle.current().pid());
        own.ifPresent(NetworkNamespace::close);
        Optional<InetSocketAddress> fixed = contained.start().address();
        Optional<Recipe.Link> link = Optional.empty();
        if (own.isEmpty()) {
            Role role = contained.implementation().role();
            OwnNetwork between = engine.network(Bridge.range(role, fixed));
            bridge = between;
            link = Optional.of(new Recipe.Link(between, Bridge.address(role, fixed)));
        }
        Container started = Container.start(engine, supply.recipe(link));
        container = started;
        keeper = started.pid();
        if (own.isPresent()) {
            network = surroundings
                    .entrance()
                    .apply(keeper)
                    .orElseThrow(() -> new StartFailure("a container's network can't be entered"));
            fixed.map(InetSocketAddress::getAddress).ifPresent(network::give);
        }
    }

    @Override
    public LaunchedProgram start(Launch launch) {
        int number = starts.incrementAndGet();
        Optional<Path> given = launch.file().map(file -> supply.share(file, "file-" + number));
        Launch.Files files = new Launch.Files(
                ContainerFiles.SHARED + "/accounts.txt",
                given.map(file -> ContainerFiles.SHARED + "/" + file.getFileName())
                        .orElse(""),
                "/tmp/out-" + number);
        List<String> words = image.words(launch.fill(contained.start().command(), files));
        Belongings belongings =
                new Belongings(supply.accounts(), files.file(), () -> given.ifPresent(ContainerPlace::remove));
        try {
            return LaunchedProgram.start(
                    mark -> run(new Execution.Plan(
                            words, List.of(mark), launch.output().streams())),
                    launch.output(),
                    this,
                    belongings);
        } catch (IOException notOfEngines) {
            throw new StartFailure(image.name() + ": " + notOfEngines.getMessage(), notOfEngines);
        }
    }

    private Execution run(Execution.Plan plan) {
        Execution execution = engine(image.name(), () -> box().run(plan));
        if (entered()) {
            // The engine has started it, so it has not inherited where this thread runs.
            CpuCore.share(execution.pid());
        }
        return execution;
    }

    private static void remove(Path given) {
        try {
            Files.deleteIfExists(given);
        } catch (IOException inUse) {
            // It goes with the container.
        }
    }

    @Override
    public boolean mayKill() {
        return entered();
    }

    @Override
    public void sweep() {
        asked(() -> box().sweep());
    }

    /** Has the engine do something, which may fail as a start does. */
    void asked(Runnable what) {
        engine(image.name(), () -> {
            what.run();
            return true;
        });
    }

    @Override
    public long killed() {
        return controlGroup().killed();
    }

    /** Where a server in it is reached. */
    InetSocketAddress address() {
        int port = contained.port();
        if (entered()) {
            InetAddress fixed = contained
                    .start()
                    .address()
                    .map(InetSocketAddress::getAddress)
                    .orElse(InetAddress.getLoopbackAddress());
            return Addresses.reachable(new InetSocketAddress(fixed, port));
        }
        return new InetSocketAddress(box().address().orElseThrow(), port);
    }

    @Override
    public InetAddress harness() {
        OwnNetwork own = bridge;
        return own == null ? InetAddress.getLoopbackAddress() : new InetSocketAddress(own.gateway(), 0).getAddress();
    }

    /** Cuts the link; {@link #mend} mends it. */
    void cut() {
        if (entered()) {
            network.within(Loopback::down);
        } else {
            box().disconnect();
        }
    }

    void mend(InetSocketAddress address) {
        if (entered()) {
            network.within(Loopback::up);
        } else {
            box().reconnect(address.getAddress().getHostAddress());
        }
    }

    Container box() {
        Container started = container;
        if (started == null) {
            throw new IllegalStateException("the container has not been started");
        }
        return started;
    }

    @Override
    public NetworkNamespace network() {
        return network;
    }

    boolean entered() {
        return bridge == null;
    }

    /** Who waits for clients in it. */
    ForeignSocketTable sockets() {
        return new ForeignSocketTable(keeper);
    }

    ControlGroup controlGroup() {
        return ControlGroup.of(keeper);
    }

    ContainerFiles supply() {
        return supply;
    }

    ResourceLimits allowance() {
        return contained.allowance();
    }

    @Override
    public Identity identity() {
        return new Identity(
                Optional.empty(),
                String.join(" ", image.words(contained.start().command())),
                Optional.of(image.name() + " (" + image.id() + ")"),
                contained.start().address().map(Addresses::text).orElse(""),
                true,
                // Nobody else is in its network.
                true,
                "container, " + supply.isolation()
                        + (entered()
                                ? ", a loopback of its own"
                                : ", a network with this process alone, not entered: root may"));
    }

    @Override
    public void close() {
        StartedPrograms.remove(this);
        Container started = container;
        OwnNetwork own = bridge;
        try {
            if (started != null) {
                started.close();
            }
            if (own != null) {
                own.close();
            }
        } finally {
            network.close();
            supply.close();
        }
    }
}
