package io.github.sockspec.target;

import io.github.sockspec.engine.Container;
import io.github.sockspec.engine.Engine;
import io.github.sockspec.engine.EngineFailure;
import io.github.sockspec.engine.Execution;
import io.github.sockspec.engine.Image;
import io.github.sockspec.engine.OwnNetwork;
import io.github.sockspec.engine.Recipe;
import io.github.sockspec.wire.Loopback;
import io.github.sockspec.wire.Network;
import io.github.sockspec.wire.Seat;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A container for one implementation, in which its program is started and ended as often as needed: network, files and
 * limits stay meanwhile. Where this process has the right, it goes into the container's network, and that is a loopback
 * alone: there it reaches whatever address a program binds, and sees its sockets. Elsewhere a network of their own links
 * the two.
 */
final class Cell implements AutoCloseable {
    private final Allowance allowance;
    private final Supply supply;
    private final Image image;
    private final Inmate inmate;
    private @Nullable OwnNetwork bridge;
    private @Nullable Container container;
    private Network network = Network.HERE;
    private long keeper;

    private Cell(Allowance allowance, Supply supply, Image image, Inmate inmate) {
        this.allowance = allowance;
        this.supply = supply;
        this.image = image;
        this.inmate = inmate;
    }

    /** A cell in which nothing runs yet. */
    static Cell open(Implementation implementation, Inmate inmate, Allowance allowance, Surroundings surroundings) {
        return engine(() -> implementation.name(), () -> {
            Start.Image start = inmate.start();
            Engine engine = Engine.here();
            Image image = start.build()
                    .map(build -> engine.images().build(build.context(), build.dockerfile(), start.image()))
                    .orElseGet(() -> engine.images().named(start.image()));
            Cell cell = new Cell(allowance, Supply.of(implementation, start, image), image, inmate);
            Living.add(cell);
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
    static <T> T engine(Supplier<String> whose, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (EngineFailure refused) {
            throw new StartFailure(whose.get() + ": " + refused.getMessage(), refused);
        }
    }

    private void furnish(Engine engine, Surroundings surroundings) {
        Optional<Network> own =
                surroundings.entrance().apply(ProcessHandle.current().pid());
        boolean mayEnter = own.isPresent();
        own.ifPresent(Network::close);
        Optional<InetSocketAddress> fixed = inmate.start().address();
        Optional<Recipe.Link> link = Optional.empty();
        if (!mayEnter) {
            OwnNetwork between = engine.network(Bridge.range(inmate.role(), fixed));
            bridge = between;
            link = Optional.of(new Recipe.Link(between, Bridge.address(inmate.role(), fixed)));
        }
        Container started = engine.start(supply.recipe(inmate, allowance, link));
        container = started;
        keeper = started.pid();
        if (mayEnter) {
            network = surroundings
                    .entrance()
                    .apply(keeper)
                    .orElseThrow(() -> new StartFailure("a container's network can't be entered"));
            fixed.map(InetSocketAddress::getAddress).ifPresent(network::give);
        }
    }

    /** Starts a program in it, which with all that comes of it carries {@code mark}. */
    Execution run(List<String> words, Execution.Streams streams, String mark) {
        Execution execution =
                engine(image::name, () -> box().run(new Execution.Plan(image.words(words), List.of(mark), streams)));
        if (entered()) {
            // The engine has started it, so it has not inherited where this thread runs.
            Seat.share(execution.pid());
        }
        return execution;
    }

    /** Ends every program in it. */
    void sweep() {
        engine(image::name, () -> {
            box().sweep();
            return true;
        });
    }

    /** Where a server in it is reached at {@code port}. */
    InetSocketAddress reach(int port) {
        if (entered()) {
            InetAddress fixed = inmate.start()
                    .address()
                    .map(InetSocketAddress::getAddress)
                    .orElse(InetAddress.getLoopbackAddress());
            return Addresses.reachable(new InetSocketAddress(fixed, port));
        }
        return new InetSocketAddress(box().address().orElseThrow(), port);
    }

    /** Where this process can be reached from it. */
    InetAddress harness() {
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

    /** Where the harness has to stand to reach it. */
    Network network() {
        return network;
    }

    boolean entered() {
        return bridge == null;
    }

    /** The process that keeps it, as this machine numbers it. */
    long keeper() {
        return keeper;
    }

    ControlGroup controlGroup() {
        return ControlGroup.of(keeper);
    }

    Image image() {
        return image;
    }

    Supply supply() {
        return supply;
    }

    Allowance allowance() {
        return allowance;
    }

    /** Whether the program was made nobody because its image says nothing of a user. */
    boolean rankIsOpen() {
        return supply.rankIsOpen(inmate);
    }

    /** What keeps the program apart from this machine, in words. */
    String isolation() {
        return "container, " + supply.isolation(inmate, allowance)
                + (entered()
                        ? ", a loopback of its own"
                        : ", a network with this process alone, not entered: root may");
    }

    /** Files that are put where the program in it can read them. */
    Path shared() {
        return supply.shared();
    }

    @Override
    public void close() {
        Living.remove(this);
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
