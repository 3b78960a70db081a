package io.github.sockspec.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process and those that came of it, as the kernel lists them for each thread: far cheaper than a look at every process
 * there is, and enough while the process lives. One that was left by its parent is not among them.
 */
public final class Descent {
    private static final int MOST = 1_000;

    private Descent() {}

    /** The numbers, that of {@code pid} first. */
    public static List<Long> of(long pid) {
        List<Long> all = new ArrayList<>(List.of(pid));
        for (int index = 0; index < all.size() && all.size() < MOST; index++) {
            addChildren(all.get(index), all);
        }
        return all;
    }

    private static void addChildren(long pid, List<Long> all) {
        for (String thread : Proc.threads(pid)) {
            Proc.read(pid, "task/" + thread + "/children").ifPresent(children -> Stream.of(children.split(" ", -1))
                    .map(String::strip)
                    .filter(child -> !child.isEmpty())
                    .map(Long::parseLong)
                    .forEach(all::add));
        }
    }
}
