package io.github.sockspec.program;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a launched program is made of: its executable, the files and directories its command names, and beside a named file
 * those of the same kind, which it may load (of a script its modules). For a script this, and not its interpreter, tells
 * whether the program changed. Each file has the first 16 hexadecimal digits of SHA-256 over its content; of one
 * larger than 4 MiB, over its size, its first and its last MiB.
 */
public final class ProgramFiles {
    private static final int MOST_FILES = 200;
    private static final int DEEPEST = 4;
    private static final long LARGE = 4L << 20;
    private static final int PIECE = 1 << 20;

    private final Path directory;
    private final Map<String, String> files = new TreeMap<>();

    private ProgramFiles(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** The files of {@code implementation}, by name, each with its hash; none where it isn't launched by a command. */
    public static Map<String, String> of(Implementation implementation) {
        return implementation.start().launched().map(ProgramFiles::of).orElse(Map.of());
    }

    private static Map<String, String> of(Start.Command command) {
        ProgramFiles program = new ProgramFiles(command.directory());
        program.executable(command.command().get(0));
        int before = program.files.size();
        command.command().stream()
                .skip(1)
                .flatMap(word -> Stream.of(word.split(File.pathSeparator, -1)))
                .filter(word -> !word.isEmpty() && !word.contains("{") && !word.startsWith("-"))
                .forEach(program::named);
        if (program.files.size() == before) {
            program.below(program.directory, file -> true);
        }
        return Map.copyOf(program.files);
    }

    private void executable(String word) {
        Optional<Path> found = word.contains("/")
                ? Optional.of(directory.resolve(word))
                : SearchPath.find(word).map(Path::of);
        found.filter(Files::isRegularFile).ifPresent(this::add);
    }

    private void named(String word) {
        Path path = directory.resolve(word).normalize();
        if (Files.isDirectory(path)) {
            below(path, file -> true);
        } else if (Files.isRegularFile(path)) {
            add(path);
            String kind = kind(path);
            if (!kind.isEmpty()) {
                below(path.resolveSibling("").normalize(), file -> kind(file).equals(kind));
            }
        }
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        return name.lastIndexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.'));
    }

    private void below(Path root, Predicate<Path> wanted) {
        try (Stream<Path> walk = Files.walk(root, DEEPEST)) {
            List<Path> found = walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !hidden(root.relativize(file)) && wanted.test(file))
                    .limit(MOST_FILES * 10L)
                    .sorted()
                    .toList();
            found.forEach(this::add);
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            files.put(root.toString(), "unreadable");
        }
    }

    /** Whether it is no source of the program: version control, caches, installed packages of Node.js. */
    private static boolean hidden(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (name.startsWith(".") || name.equals("__pycache__") || name.equals("node_modules")) {
                return true;
            }
        }
        return false;
    }

    private void add(Path file) {
        if (files.size() < MOST_FILES) {
            String name = file.startsWith(directory)
                    ? directory.relativize(file).toString()
                    : file.getFileName().toString();
            files.put(name, hash(file));
        }
    }

    private static String hash(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = Files.size(file);
            if (size <= LARGE) {
                digest.update(in.readAllBytes());
            } else {
                digest.update(Long.toString(size).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                digest.update(in.readNBytes(PIECE));
                in.skipNBytes(size - 2L * PIECE);
                digest.update(in.readNBytes(PIECE));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException unreadable) {
            return "unreadable";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
