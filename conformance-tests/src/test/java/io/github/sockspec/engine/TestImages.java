package io.github.sockspec.engine;

import com.github.dockerjava.api.model.Image;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Images of the fixtures' programs, under names of this process's own that go with it. */
public final class TestImages {
    private static final Path HOME = Path.of(System.getProperty("sockspec.home", ".."));
    private static final Map<String, String> BUILT = new ConcurrentHashMap<>();

    /** What was left on the way to an image, by the label that the Dockerfiles give such a stage. */
    private static final String STAGE = "io.github.sockspec.stage=build";

    private static final Set<String> STAGES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Images images = Engine.here().images();
            BUILT.values().forEach(images::remove);
            STAGES.forEach(images::remove);
        }));
    }

    private TestImages() {}

    /** The name of the image that {@code fixtures/images/DIRECTORY} makes, built if that has not been done. */
    public static String of(String directory) {
        return BUILT.computeIfAbsent(directory, each -> {
            String name =
                    "sockspec-test/" + each + ":" + ProcessHandle.current().pid();
            Set<String> before = stages();
            Engine.here().images().build(HOME, HOME.resolve("fixtures/images/" + each + "/Dockerfile"), name);
            stages().stream()
                    .filter(clientRunner -> !before.contains(clientRunner))
                    .forEach(STAGES::add);
            return name;
        });
    }

    private static Set<String> stages() {
        return Engine.here().client().listImagesCmd().withLabelFilter(STAGE).exec().stream()
                .map(Image::getId)
                .collect(Collectors.toSet());
    }
}
