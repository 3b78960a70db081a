package io.github.sockspec.target;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A process and those that came of it, as the kernel lists them for each thread: far cheaper than a look at every process
 * there is, and enough while the process lives. One that was left by its parent is not among them.
 */
final class Descent {
    private static final int MOST = 1_000;

    private Descent() {}

    /** The numbers, that of {@code pid} first. */
    static List<Long> of(long pid) {
        List<Long> all = new ArrayList<>(List.of(pid));
        for (int index = 0; index < all.size() && all.size() < MOST; index++) {
            addChildren(all.get(index), all);
        }
        return all;
    }

    private static void addChildren(long pid, List<Long> all) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + pid + "/task"))) {
            for (Path thread : threads) {
                for (String child : Files.readString(thread.resolve("children")).split(" ")) {
                    if (!child.isBlank()) {
                        all.add(Long.parseLong(child.strip()));
                    }
                }
            }
        } catch (IOException gone) {
            // It has ended, and its children belong to nobody that is known here.
        }
    }
}
