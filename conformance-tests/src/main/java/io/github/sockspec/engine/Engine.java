package io.github.sockspec.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * The container engine that Testcontainers finds: by DOCKER_HOST, at its usual sockets, rootless, or as its own settings
 * say. Only its client is taken from there: what Testcontainers starts besides, to clean up and to find its gateway, are
 * images that an engine without a network can't pull; here each run removes its own containers, and those of dead runs.
 */
public final class Engine {
    private static @Nullable Engine known;
    private static @Nullable String missing;

    private final DockerClient client;
    private final String architecture;
    private final Images images;
    private final Path socket;

    private Engine(DockerClientProviderStrategy found) {
        client = found.getDockerClient();
        architecture = Optional.ofNullable(found.getInfo().getArchitecture()).orElse("");
        images = new Images(client);
        socket = Path.of(found.getTransportConfig().getDockerHost().getPath());
    }

    /**
     * The engine, looked for once.
     *
     * @throws EngineFailure when there is none: one line
     */
    public static synchronized Engine here() {
        if (missing != null) {
            throw new EngineFailure(missing);
        }
        Engine engine = known;
        if (engine == null) {
            engine = find();
            known = engine;
            Leftovers.remove(engine.client);
        }
        return engine;
    }

    /** Why there is no engine; empty when there is one. */
    public static Optional<String> missing() {
        try {
            here();
            return Optional.empty();
        } catch (EngineFailure none) {
            return Optional.of(String.valueOf(none.getMessage()));
        }
    }

    private static Engine find() {
        try {
            List<DockerClientProviderStrategy> ways = new ArrayList<>();
            ServiceLoader.load(DockerClientProviderStrategy.class).forEach(ways::add);
            DockerClientProviderStrategy found = DockerClientProviderStrategy.getFirstValidStrategy(ways);
            URI place = found.getTransportConfig().getDockerHost();
            if (!"unix".equals(place.getScheme())) {
                throw without("the container engine is at " + place
                        + "; one on this machine is needed, with a socket in the file system");
            }
            return new Engine(found);
        } catch (IllegalStateException none) {
            throw without(
                    "no container engine answers here: start one, such as docker, or say where it is by DOCKER_HOST");
        }
    }

    /** What is told now, and to everybody who asks later: looking for an engine again would take as long again. */
    private static EngineFailure without(String why) {
        missing = why;
        return new EngineFailure(why);
    }

    /** What images there are, and how others are had. */
    public Images images() {
        return images;
    }

    /** A network of its own for one container. Close it. */
    public OwnNetwork network(OwnNetwork.Range range) {
        return asked("the network could not be made", () -> OwnNetwork.create(client, range));
    }

    DockerClient client() {
        return client;
    }

    String architecture() {
        return architecture;
    }

    Path socket() {
        return socket;
    }

    static <T> T asked(String otherwise, Supplier<T> asking) {
        try {
            return asking.get();
        } catch (DockerException refused) {
            throw new EngineFailure(otherwise + ": " + Refusal.of(refused), refused);
        }
    }
}
