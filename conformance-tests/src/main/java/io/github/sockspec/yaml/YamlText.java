package io.github.sockspec.yaml;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.ClassPath;
import io.github.sockspec.yaml.Node.Style;
import io.github.sockspec.yaml.Node.Where;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file's YAML as a tree of nodes with their lines. Jackson's own tree forgets where a value stood; its tokens
 * know it. Every value stays the text that was written: a password {@code 0123} is not the number 83.
 */
public final class YamlText {
    private final Path file;
    private final Kind kind;
    private final YAMLParser parser;
    private final String text;

    /**
     * A kind of file, for messages.
     *
     * @param word what such a file is called
     * @param least what it has at least
     */
    public record Kind(String word, String least) {}

    private YamlText(Path file, Kind kind, YAMLParser parser, String text) {
        this.file = file;
        this.kind = kind;
        this.parser = parser;
        this.text = text;
    }

    /**
     * The tree in {@code file}; every problem with it is an {@link InvalidYaml}.
     *
     * @param kind what such a file is
     */
    public static Node read(Path file, Kind kind) {
        try {
            return parse(file, kind, Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new InvalidYaml(file + ": there is no such file");
        } catch (CharacterCodingException notText) {
            throw new InvalidYaml(file + ": not UTF-8 text");
        } catch (IOException unreadable) {
            throw new InvalidYaml(file + ": can't be read: " + unreadable.getMessage());
        }
    }

    /** The tree in a file of this program's own, by its path on the class path. */
    public static Node resource(String path) {
        Bytes file = ClassPath.file(path)
                .orElseThrow(() -> new InvalidYaml(path + ": there is no such file on the class path"));
        try {
            return parse(Path.of(path), new Kind("protocol's file", "one entry"), file.decode(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new InvalidYaml(path + ": can't be read: " + unreadable.getMessage());
        }
    }

    /** The tree of {@code text}, which stands in {@code file}. */
    public static Node parse(Path file, Kind kind, String text) throws IOException {
        try (YAMLParser parser = YAMLFactory.builder().build().createParser(text)) {
            return new YamlText(file, kind, parser, text).document();
        } catch (JsonProcessingException notYaml) {
            int line = notYaml.getLocation() == null ? 1 : notYaml.getLocation().getLineNr();
            throw new Where(file, Math.max(1, line)).mistake("not YAML: " + oneLine(notYaml.getOriginalMessage()));
        }
    }

    private Node document() throws IOException {
        if (parser.nextToken() == null) {
            throw new Where(file, 1).mistake("the file is empty; a " + kind.word() + " has at least " + kind.least());
        }
        Node root = value("the " + kind.word(), here());
        if (parser.nextToken() != null) {
            throw here().mistake("a second document; a " + kind.word() + " is one");
        }
        return root;
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
                : new Node.Text(where, name, parser.getText(), style());
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

    /** A block of text, behind | or >, is no plain word either. */
    private Style style() {
        long at = parser.currentTokenLocation().getCharOffset();
        boolean plain = at < 0 || at >= text.length() || "\"'|>".indexOf(text.charAt((int) at)) < 0;
        return plain ? Style.PLAIN : Style.QUOTED;
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
