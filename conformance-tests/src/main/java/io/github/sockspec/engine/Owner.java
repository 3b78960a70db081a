package io.github.sockspec.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The process that something at the engine belongs to, as its label tells: the boot and the process namespace, the number,
 * and the moment of the start, for numbers are used again.
 *
 * @param world boot and process namespace
 * @param pid its number there
 * @param started when it started, in the kernel's ticks
 */
record Owner(String world, long pid, String started) {
    /** The label on all that this project makes. */
    static final String LABEL = "io.github.sockspec.owner";

    private static final int STARTED = 19;

    /** This process. */
    static final Owner SELF = new Owner(
            here(),
            ProcessHandle.current().pid(),
            started(ProcessHandle.current().pid()).orElse("?"));

    /** The labels of what this process makes. */
    static Map<String, String> labels() {
        return Map.of(LABEL, SELF.world + " " + SELF.pid + " " + SELF.started);
    }

    /** Whether what carries this label belongs to nobody any more, as far as can be seen from here. */
    static boolean dead(String label) {
        String[] words = label.split(" ", -1);
        if (words.length != 3 || !words[0].equals(SELF.world)) {
            return words.length == 3 && !boot(words[0]).equals(boot(SELF.world));
        }
        return !started(Long.parseLong(words[1])).equals(Optional.of(words[2]));
    }

    private static String boot(String world) {
        return world.split("/", 2)[0];
    }

    private static String here() {
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return boot + "/"
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        } catch (IOException notLinux) {
            return "elsewhere/" + System.getProperty("user.name");
        }
    }

    private static Optional<String> started(long pid) {
        try {
            String stat =
                    Files.readString(Path.of("/proc/" + pid + "/stat"), java.nio.charset.StandardCharsets.ISO_8859_1);
            return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[STARTED]);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
