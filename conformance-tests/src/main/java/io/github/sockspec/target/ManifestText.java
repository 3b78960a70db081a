package io.github.sockspec.target;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.sockspec.target.Node.Where;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A manifest's YAML as a tree of nodes with their lines. Jackson's own tree forgets where a value stood; its tokens
 * know it. Every value stays the text that was written: a password {@code 0123} is not the number 83.
 */
public final class ManifestText {
    private final Path file;
    private final YAMLParser parser;

    private ManifestText(Path file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The tree in {@code file}; every problem with it is an {@link InvalidManifest}. */
    static Node read(Path file) {
        try {
            return parse(file, Files.readString(file), "manifest").orElseThrow(() -> new Where(file, 1)
                    .mistake("the file is empty; a manifest has at least name, protocol, role and start"));
        } catch (NoSuchFileException missing) {
            throw new InvalidManifest(file + ": there is no such file");
        } catch (CharacterCodingException notText) {
            throw new InvalidManifest(file + ": not UTF-8 text");
        } catch (IOException unreadable) {
            throw new InvalidManifest(file + ": can't be read: " + unreadable.getMessage());
        }
    }

    /**
     * The tree in {@code yaml}; none where there is nothing in it.
     *
     * @param file what messages call it
     * @param kind what a person calls such a file
     * @throws InvalidManifest when it is not YAML
     */
    public static Optional<Node> parse(Path file, String yaml, String kind) {
        try (YAMLParser parser = YAMLFactory.builder().build().createParser(yaml)) {
            return new ManifestText(file, parser).document(kind);
        } catch (JsonProcessingException notYaml) {
            int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
            throw new Where(file, Math.max(1, line)).mistake("not YAML: " + oneLine(notYaml.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw new InvalidManifest(file + ": can't be read: " + unreadable.getMessage());
        }
    }

    private Optional<Node> document(String kind) throws IOException {
        if (parser.nextToken() == null) {
            return Optional.empty();
        }
        Node root = value("the " + kind, here());
        if (parser.nextToken() != null) {
            throw here().mistake("a second document; a " + kind + " is one");
        }
        return Optional.of(root);
    }

    /** The value at which the parser stands; {@code where} is its key's place, because that is where one looks for it. */
    private Node value(String name, Where where) throws IOException {
        if (parser.isCurrentAlias()) {
            throw here().mistake("aliases (*" + parser.getText() + ") are not understood here");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return fields(name, where);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(name, where);
        }
        return token == JsonToken.VALUE_NULL
                ? new Node.Nothing(where, name)
                : new Node.Text(where, name, parser.getText());
    }

    private Node fields(String name, Where start) throws IOException {
        Map<String, Node> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Where where = here();
            parser.nextToken();
            if (values.putIfAbsent(key, value(key, where)) != null) {
                throw where.mistake("the key \"" + key + "\" is there twice");
            }
        }
        return new Node.Fields(start, name, values);
    }

    private Node items(String name, Where start) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value("an entry of " + name, here()));
        }
        return new Node.Items(start, name, items);
    }

    private Where here() {
        return new Where(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
    }

    /** The sentences of a message that comes with excerpts: those are indented. */
    private static String oneLine(String message) {
        return message.lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .collect(joining(", "));
    }
}
