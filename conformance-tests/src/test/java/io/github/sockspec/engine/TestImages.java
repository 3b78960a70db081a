package io.github.sockspec.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Images of the fixtures' programs, under names of this process's own that go with it. */
public final class TestImages {
    private static final Path HOME = Path.of(System.getProperty("sockspec.home", ".."));
    private static final Map<String, String> BUILT = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> BUILT.values()
                .forEach(name -> Engine.here().images().remove(name))));
    }

    private TestImages() {}

    /** The name of the image that {@code fixtures/images/DIRECTORY} makes, built if that has not been done. */
    public static String of(String directory) {
        return BUILT.computeIfAbsent(directory, each -> {
            String name =
                    "sockspec-test/" + each + ":" + ProcessHandle.current().pid();
            Engine.here().images().build(HOME, HOME.resolve("fixtures/images/" + each + "/Dockerfile"), name);
            return name;
        });
    }
}
