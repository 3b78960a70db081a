package io.github.sockspec.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container that is kept until it is closed, whatever the programs in it do. They are started and ended in it one after
 * the other or side by side, and its network, its files and its limits stay.
 */
public final class Container implements AutoCloseable {
    private static final int PAUSE_ATTEMPTS = 5;

    private final DockerClient client;
    private final Path engine;
    private final String architecture;
    private final String id;
    private final Optional<Recipe.Link> link;

    private Container(Engine engine, String id, Optional<Recipe.Link> link) {
        client = engine.client();
        this.engine = engine.socket();
        architecture = engine.architecture();
        this.id = id;
        this.link = link;
    }

    /** A container as {@code recipe} has it, in which no program runs yet. Close it. */
    public static Container start(Engine engine, Recipe recipe) {
        return Engine.asked("the container could not be started", () -> started(engine, recipe));
    }

    private static Container started(Engine engine, Recipe recipe) {
        String id = ContainerRequest.create(engine.client(), engine.architecture(), recipe);
        Container container = new Container(engine, id, recipe.link());
        try {
            engine.client().startContainerCmd(id).exec();
            return container;
        } catch (RuntimeException failed) {
            container.close();
            throw failed;
        }
    }

    /** The first digits of its name, as engines show it. */
    public String shortId() {
        return id.substring(0, 12);
    }

    /** The process that keeps it, as this machine numbers it where the engine is this machine's. */
    public long pid() {
        return Optional.ofNullable(state().getPidLong()).orElse(0L);
    }

    /** Starts a program in it. */
    public Execution run(Execution.Plan plan) {
        try {
            return Execution.start(client, engine, id, plan);
        } catch (DockerException refused) {
            throw new EngineFailure("a program could not be started in the container: " + Refusal.of(refused), refused);
        }
    }

    /** Ends every program in it by SIGKILL. */
    public void sweep() {
        run(new Execution.Plan(IdleProcess.broom(architecture), List.of(), Streams.OUTPUT))
                .awaitEnd();
    }

    /** Freezes every program in it. Engines give that up early on a busy machine, so they are asked a few times. */
    public void pause() {
        for (int attempt = 1; ; attempt++) {
            try {
                asked("it could not be paused", () -> client.pauseContainerCmd(id)
                        .exec());
                return;
            } catch (EngineFailure notYet) {
                if (attempt == PAUSE_ATTEMPTS) {
                    throw notYet;
                }
            }
        }
    }

    public void unpause() {
        asked("it could not be unpaused", () -> client.unpauseContainerCmd(id).exec());
    }

    /** Takes it off its network. */
    public void disconnect() {
        link.ifPresent(each -> asked("it could not be disconnected", () -> client.disconnectFromNetworkCmd()
                .withContainerId(id)
                .withNetworkId(each.network().id())
                .exec()));
    }

    /** Puts it back, with the address that it had if that matters. */
    public void reconnect(String address) {
        link.ifPresent(each -> asked("it could not be reconnected", () -> client.connectToNetworkCmd()
                .withContainerId(id)
                .withNetworkId(each.network().id())
                .withContainerNetwork(
                        new ContainerNetwork().withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(address)))
                .exec()));
    }

    /** Its address in its own network; empty when it is linked to none. */
    public Optional<String> address() {
        return inspected().getNetworkSettings().getNetworks().values().stream()
                .flatMap(network -> Optional.ofNullable(network.getIpAddress()).stream())
                .filter(address -> !address.isEmpty())
                .findFirst();
    }

    private InspectContainerResponse.ContainerState state() {
        return inspected().getState();
    }

    private InspectContainerResponse inspected() {
        try {
            return client.inspectContainerCmd(id).exec();
        } catch (DockerException gone) {
            throw new EngineFailure("container " + shortId() + ": " + Refusal.of(gone), gone);
        }
    }

    private static void asked(String otherwise, Runnable asking) {
        try {
            asking.run();
        } catch (DockerException refused) {
            throw new EngineFailure("the container: " + otherwise + ": " + Refusal.of(refused), refused);
        }
    }

    /** Ends whatever runs in it and removes it. */
    @Override
    public void close() {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException gone) {
            // That is what was asked for.
        } catch (DockerException refused) {
            throw new EngineFailure(
                    "container " + shortId() + " could not be removed: " + Refusal.of(refused), refused);
        }
    }

    /** The programs that each container must have: where they lie in it, and their content. */
    public static Map<String, byte[]> programs() {
        return Map.of(IdleProcess.PATH, IdleProcess.keeper(), IdleProcess.BROOM, IdleProcess.broomProgram());
    }
}
