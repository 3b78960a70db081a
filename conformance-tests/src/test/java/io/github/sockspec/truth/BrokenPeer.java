package io.github.sockspec.truth;

import io.github.sockspec.protocol.Clause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A right program with a small difference that breaks one clause.
 *
 * @param name what it is called
 * @param of the manifest of the right program
 * @param clause what it must be found to fail
 * @param says words that the finding must contain
 * @param seen which real programs do this
 * @param wholly whether it is always judged by every case of that clause, for it shows what the dear ones are there for
 * @param also the other clauses that it fails by the same mistake, each with the reason
 * @param edits the difference
 */
public record BrokenPeer(
        String name,
        Path of,
        Clause clause,
        String says,
        String seen,
        boolean wholly,
        Map<Clause, String> also,
        List<Edit> edits) {
    /** One replacement of a text that stands in {@code file} exactly once; the manifest is a file too. */
    public record Edit(String file, String replace, String with) {
        /** Makes it in the program in {@code directory} that is called {@code name}. */
        public void apply(String name, Path directory) throws IOException {
            Path path = directory.resolve(file);
            String text = Files.readString(path);
            int at = text.indexOf(replace);
            if (at < 0 || text.indexOf(replace, at + 1) >= 0) {
                throw new IllegalStateException(name + ": not exactly once in " + file + ": " + replace);
            }
            Files.writeString(path, text.replace(replace, with));
        }
    }

    public BrokenPeer {
        if (also.containsKey(clause)) {
            throw new IllegalArgumentException(
                    name + ": " + clause.id() + " is what it is there for, not a consequence");
        }
    }

    /** The clauses that it is known to fail. */
    Set<Clause> fails() {
        Set<Clause> fails = new TreeSet<>(Set.of(clause));
        fails.addAll(also.keySet());
        return fails;
    }

    /** How many lines the difference has. */
    long lines() {
        return edits.stream().mapToLong(edit -> edit.with().lines().count()).sum();
    }

    /** Writes the program into {@code directory}, which is empty; its manifest. */
    public Path build(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(of.toAbsolutePath().getParent())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        }
        for (Edit edit : edits) {
            edit.apply(name, directory);
        }
        Path manifest = directory.resolve(of.getFileName().toString());
        String right = "name: " + of.getFileName().toString().replace(".yaml", "");
        return Files.writeString(manifest, Files.readString(manifest).replace(right, "name: " + name));
    }

    @Override
    public String toString() {
        return name;
    }
}
