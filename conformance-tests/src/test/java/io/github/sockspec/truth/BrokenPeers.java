package io.github.sockspec.truth;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.protocol.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The broken peers as they are written down, in {@code fixtures/implementations/broken/}. */
public final class BrokenPeers {
    static final Path IMPLEMENTATIONS =
            Path.of(System.getProperty("sockspec.home", "..")).resolve("fixtures/implementations");

    private static final ObjectReader YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build()
            .readerFor(Written.class);

    private BrokenPeers() {}

    /** One file: the right program that all in it are made from, unless one says otherwise. */
    private record Written(int schema, String of, List<Entry> broken) {}

    private record Entry(
            String name,
            @Nullable String of,
            String clause,
            String says,
            String seen,
            @Nullable Boolean wholly,
            @Nullable Map<String, String> also,
            List<BrokenPeer.Edit> edits) {
        BrokenPeer peer(String usually) {
            Map<Clause, String> consequences = new TreeMap<>();
            Objects.requireNonNullElse(also, Map.<String, String>of())
                    .forEach((id, reason) -> consequences.put(known(id), reason));
            return new BrokenPeer(
                    name,
                    IMPLEMENTATIONS.resolve(Objects.requireNonNullElse(of, usually) + ".yaml"),
                    known(clause),
                    says,
                    seen,
                    Boolean.TRUE.equals(wholly),
                    consequences,
                    edits);
        }

        private Clause known(String id) {
            return Clause.of(id).orElseThrow(() -> new IllegalArgumentException(name + ": there is no clause " + id));
        }
    }

    /** All of them, in the order of their files and in them. */
    static List<BrokenPeer> all() {
        try (Stream<Path> files = Files.list(IMPLEMENTATIONS.resolve("broken"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The one of that name. */
    public static BrokenPeer named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no broken peer is called " + name));
    }

    private static List<BrokenPeer> read(Path file) {
        try {
            Written written = YAML.readValue(Files.readString(file));
            return written.broken().stream()
                    .map(each -> each.peer(written.of()))
                    .toList();
        } catch (IOException | RuntimeException wrong) {
            throw new IllegalStateException(file + ": " + wrong.getMessage(), wrong);
        }
    }
}
