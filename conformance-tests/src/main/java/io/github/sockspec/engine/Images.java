package io.github.sockspec.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.ContainerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The engine's images. Thread-safe. */
public final class Images {
    /** The label on images that were built here; they stay, so that the next run need not build them again. */
    public static final String LABEL = "io.github.sockspec.image";

    private static final int PULL_SECONDS = 300;
    private static final int BUILD_SECONDS = 900;

    private final DockerClient client;
    private final Map<String, Image> made = new HashMap<>();

    Images(DockerClient client) {
        this.client = client;
    }

    /**
     * The image of that name, pulled if the engine has not got it.
     *
     * @throws EngineFailure when it can't be had
     */
    public synchronized Image named(String name) {
        return find(name).orElseGet(() -> {
            pull(name);
            return find(name).orElseThrow(() -> new EngineFailure("image " + name + " was pulled and is not there"));
        });
    }

    /** The image of that name, if the engine has it. */
    public Optional<Image> find(String name) {
        try {
            return Optional.of(image(name, client.inspectImageCmd(name).exec()));
        } catch (NotFoundException none) {
            return Optional.empty();
        } catch (DockerException refused) {
            throw new EngineFailure("image " + name + ": " + Refusal.of(refused), refused);
        }
    }

    private void pull(String name) {
        try {
            String tagged =
                    name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/') ? name : name + ":latest";
            if (!client.pullImageCmd(tagged)
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS)) {
                throw new EngineFailure(
                        "image " + name + " is not here, and was not pulled within " + PULL_SECONDS + " s");
            }
        } catch (DockerException | DockerClientException refused) {
            throw new EngineFailure(
                    "image " + name + " is not here, and can't be pulled: " + Refusal.of(refused), refused);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("asked to stop", asked);
        }
    }

    /**
     * The image that the Dockerfile in {@code directory} makes, under that name. The engine does again only what has
     * changed. What had the name before is removed if it was built here.
     *
     * @throws EngineFailure when it can't be built, with the last of what the build said
     */
    public Image build(Path directory, String name) {
        return build(directory, directory.resolve("Dockerfile"), name);
    }

    /** As {@link #build(Path, String)}, with the Dockerfile elsewhere. An image is made once in the life of this process. */
    public synchronized Image build(Path directory, Path dockerfile, String name) {
        return made.computeIfAbsent(name, once -> make(directory, dockerfile, once));
    }

    private Image make(Path directory, Path dockerfile, String name) {
        if (!Files.isRegularFile(dockerfile)) {
            throw new EngineFailure("there is no " + dockerfile);
        }
        Optional<Image> before = find(name);
        LastLines lines = new LastLines();
        try {
            client.buildImageCmd()
                    .withBaseDirectory(directory.toFile())
                    .withDockerfile(dockerfile.toFile())
                    .withTags(Set.of(name))
                    .withLabels(Map.of(LABEL, "built"))
                    .withRemove(true)
                    .withForcerm(true)
                    .exec(lines)
                    .awaitImageId(BUILD_SECONDS, TimeUnit.SECONDS);
        } catch (DockerException | DockerClientException failed) {
            throw new EngineFailure("the image of " + directory + " can't be built: " + lines.said(failed), failed);
        }
        Image built = find(name).orElseThrow(() -> new EngineFailure("the image of " + directory + " is not there"));
        before.filter(old -> !old.id().equals(built.id())).ifPresent(old -> remove(old.id()));
        return built;
    }

    /** Removes an image, where no other name and no container holds it. */
    public synchronized void remove(String name) {
        made.remove(name);
        try {
            client.removeImageCmd(name).exec();
        } catch (DockerException inUse) {
            // It is somebody's then; the label finds it later.
        }
    }

    private static Image image(String name, InspectImageResponse found) {
        @Nullable ContainerConfig config = found.getConfig();
        if (config == null) {
            return new Image(name, String.valueOf(found.getId()), "", List.of(), List.of(), "/");
        }
        String directory = Optional.ofNullable(config.getWorkingDir())
                .filter(said -> !said.isEmpty())
                .orElse("/");
        return new Image(
                name,
                String.valueOf(found.getId()),
                Optional.ofNullable(config.getUser()).orElse(""),
                words(config.getEntrypoint()),
                words(config.getCmd()),
                directory);
    }

    private static List<String> words(String @Nullable [] words) {
        return words == null ? List.of() : Arrays.asList(words);
    }

    /** Remembers the last line that a build has said. */
    private static final class LastLines extends BuildImageResultCallback {
        private String last = "";

        @Override
        public void onNext(BuildResponseItem item) {
            Optional.ofNullable(item.getStream())
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .ifPresent(line -> last = line);
            super.onNext(item);
        }

        String said(RuntimeException failed) {
            return Refusal.of(failed) + (last.isEmpty() ? "" : " (behind: " + last + ")");
        }
    }
}
