package io.github.sockspec.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The project's own files, as they are checked in: build output and tools' directories are not among them. */
final class Project {
    static final Path HOME = Path.of(System.getProperty("sockspec.home", ".."));

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", ".idea", ".vscode", ".settings", "__pycache__", ".mvn", ".gradle", "node_modules");

    private Project() {}

    /** All files below {@code directory} of the project, in order. */
    static List<Path> files(String directory) {
        try (Stream<Path> all = Files.walk(HOME.resolve(directory))) {
            return all.filter(Files::isRegularFile)
                    .filter(Project::ours)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All Java sources below {@code directory}. */
    static List<Path> sources(String directory) {
        return files(directory).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** The modules' sources: {@code main} or {@code test}. */
    static List<Path> sourcesOfKind(String kind) {
        return Stream.of("conformance-tests", "reference-server", "reference-client")
                .flatMap(module -> sources(module + "/src/" + kind + "/java").stream())
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException binary) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    static List<String> lines(Path file) {
        return Arrays.asList(read(file).split("\n", -1));
    }

    /** Its path as the project names it. */
    static String name(Path file) {
        return HOME.relativize(file).toString();
    }

    private static boolean ours(Path file) {
        for (Path part : HOME.relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
