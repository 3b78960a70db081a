package io.github.sockspec.truth;

import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The right peers: every program with a manifest below one of these directories. Whoever puts one there says it is right. */
final class RightPeers {
    private static final List<String> DIRECTORIES = List.of("correct", "dialects", "independent");

    private static final Pattern WARNS = Pattern.compile("^# Expected to warn: ([^.]*)");

    private RightPeers() {}

    /** Their manifests, by directory and name. */
    static List<Path> manifests() {
        return DIRECTORIES.stream()
                .map(BrokenPeers.IMPLEMENTATIONS::resolve)
                .filter(Files::isDirectory)
                .flatMap(directory -> below(directory).stream())
                .toList();
    }

    private static List<Path> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where it stands, for people: the path below the fixtures' implementations, without the file. */
    static String place(Path manifest) {
        return String.valueOf(BrokenPeers.IMPLEMENTATIONS.relativize(manifest).getParent());
    }

    /** The SHOULDs that it breaks by intent, as the first line of its manifest has it: {@code Expected to warn: EXEC-13, …}. */
    static Set<Clause> warns(Path manifest) {
        try (Stream<String> lines = Files.lines(manifest)) {
            Matcher named = WARNS.matcher(lines.findFirst().orElse(""));
            return named.find()
                    ? Pattern.compile("[A-Z]+-\\d+")
                            .matcher(named.group(1))
                            .results()
                            .map(each -> Clause.of(each.group()).orElseThrow())
                            .collect(Collectors.toCollection(TreeSet::new))
                    : new TreeSet<>();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Implementation read(Path manifest) {
        return Manifests.read(manifest);
    }
}
