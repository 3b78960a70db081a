package io.github.sockspec.manifest;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.KeptNames;
import io.github.sockspec.conversation.Part;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.SizePrefix;
import io.github.sockspec.yaml.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Reads the parts of one message or reply of a protocol file.
 *
 * @param side what may stand there
 * @param names what is kept of the parts before them
 */
record PartReader(Side side, KeptNames names) {
    private static final int LARGEST = 1 << 30;

    /** How a length may be written. */
    static final List<String> SIZES = Stream.concat(
                    Stream.of(IntegerFormat.values()).map(IntegerFormat::word), Stream.of("ascii"))
            .toList();

    /** Which keys a part may have, by the one that says what it is. */
    private static final Map<String, List<String>> REFINED = Map.of(
            "hex", List.of("hex"),
            "file", List.of("file"),
            "repeat", List.of("repeat", "times"),
            "sized", List.of("sized", "of", "counting", "plus", "width"),
            "kept", List.of("kept"),
            "fresh", List.of("fresh", "length"),
            "atomic", List.of("atomic", "because"),
            "any", List.of("any", "keep"),
            "until", List.of("until", "match"));

    /** Parts that are a plain word. */
    private static final Map<String, Part> WORDS =
            Map.of("learned", new Part.Learned(), "nothing", new Part.Nothing(), "closed", new Part.Closed());

    /** Every key that a part may have. */
    static List<String> keys() {
        return REFINED.values().stream().flatMap(List::stream).toList();
    }

    /**
     * Which parts may stand on one side of a turn.
     *
     * @param keys of the parts that have one
     * @param words of those that are one
     * @param because why no others may
     */
    record Side(List<String> keys, List<String> words, String because) {
        private static final List<String> EXACT = List.of("hex", "file", "repeat", "sized", "kept");

        /** What the harness sends: every byte of it is known. */
        static final Side SENT = new Side(with("fresh", "atomic"), List.of(), "the harness says exact bytes");

        /** What a server's program answers. */
        static final Side ANSWERED = new Side(
                with("any", "until"),
                List.of("learned", "nothing", "closed"),
                "what a server answers is checked, not made up");

        /** What a client's program asks. */
        static final Side ASKED =
                new Side(with("fresh", "atomic", "any", "until"), List.of(), "what a client asks is checked");

        /** What the harness answers a client's program. */
        static final Side REPLIED = new Side(
                with("atomic"),
                List.of("nothing", "closed"),
                "a client hears exact bytes, because the harness sends them");

        private static List<String> with(String... more) {
            return Stream.concat(EXACT.stream(), Stream.of(more)).toList();
        }
    }

    /** The parts in {@code node}: one, or a list. */
    List<Part> read(Node node) {
        List<Node> items = node instanceof Node.Items list ? list.items() : List.of(node);
        List<Part> parts = new ArrayList<>();
        for (Node item : items) {
            Part part = part(item);
            boolean alone = part instanceof Part.Nothing || part instanceof Part.Learned;
            if (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Part.Closed) {
                throw item.mistake("nothing can come behind closed");
            }
            if (alone && items.size() > 1) {
                throw item.mistake(item.text() + " stands alone; it is no part of a list");
            }
            parts.add(part);
        }
        return parts;
    }

    private Part part(Node node) {
        if (node instanceof Node.Text text) {
            return text(text);
        }
        Node.Fields fields = node instanceof Node.Fields some ? some : wrongKind(node);
        String kind = side.keys.stream().filter(fields::has).findFirst().orElseThrow(() -> unknown(fields));
        Node.Fields only = fields.fields(REFINED.getOrDefault(kind, List.of()));
        return switch (kind) {
            case "hex" -> hex(only.require("hex"));
            case "file" -> file(only.require("file"));
            case "repeat" -> repeat(only);
            case "sized" -> sized(only);
            case "kept" -> kept(only.require("kept"));
            case "fresh" -> fresh(only);
            case "atomic" -> atomic(only);
            case "any" -> any(only);
            default -> until(only);
        };
    }

    private Part text(Node.Text text) {
        Part word = text.style() == Node.Style.PLAIN ? WORDS.get(text.value()) : null;
        if (word != null && side.words.contains(text.value())) {
            return word;
        }
        if (word != null && side.equals(Side.REPLIED)) {
            throw text.mistake(text.value() + " can't stand here: " + side.because + "; allowed: " + allowed()
                    + "; in quotes it is text");
        }
        // Where no such word is meant, it is text.
        return exact(Bytes.utf8(text.value()), text.value());
    }

    private Node.Fields wrongKind(Node node) {
        throw node.mistake("a part is text, or one of " + allowed() + ", not " + node.kind());
    }

    private RuntimeException unknown(Node.Fields fields) {
        String first = fields.values().keySet().stream().findFirst().orElse("");
        Node at = fields.find(first).orElse(fields);
        boolean elsewhere = keys().contains(first);
        return at.mistake(
                elsewhere
                        ? first + " can't stand here: " + side.because() + "; allowed: " + allowed()
                        : Node.unknown("part", first, side.keys)
                                + side.words.stream().map(word -> ", " + word).reduce("", String::concat));
    }

    private String allowed() {
        return String.join(
                ", ",
                Stream.concat(side.keys.stream().map(key -> "{" + key + ": \u2026}"), side.words.stream())
                        .toList());
    }

    private static Part exact(Bytes bytes, String text) {
        return new Part.Exact(bytes, text.length() > 1 << 16 ? List.of() : seams(text));
    }

    /** Where a line ends, and where a character of several bytes stands: there programs break. */
    private static List<Integer> seams(String text) {
        List<Integer> seams = new ArrayList<>();
        int at = 0;
        for (int index = 0; index < text.length(); index += Character.charCount(text.codePointAt(index))) {
            int point = text.codePointAt(index);
            int width = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (point == '\r' || point == '\n' || width > 1) {
                seams.add(at);
                seams.add(at + width);
            }
            at += width;
        }
        int end = at;
        return seams.stream()
                .filter(seam -> seam > 0 && seam < end)
                .distinct()
                .sorted()
                .toList();
    }

    private static Part hex(Node node) {
        try {
            return new Part.Exact(Bytes.hex(node.text()), List.of());
        } catch (IllegalArgumentException notHex) {
            throw node.mistake("hex must be pairs of hexadecimal digits, like \"05 01 00\", not " + node.kind());
        }
    }

    private static Part file(Node node) {
        Path file = node.neighbour();
        try {
            return new Part.Exact(Bytes.of(Files.readAllBytes(file)), List.of());
        } catch (IOException unreadable) {
            throw node.mistake("there is no file " + file + " that can be read");
        }
    }

    private Part repeat(Node.Fields fields) {
        Node unit = fields.require("repeat");
        if (!(part(unit) instanceof Part.Exact exact)) {
            throw unit.mistake("repeat takes text, {hex: \u2026} or {file: \u2026}");
        }
        int times = fields.require("times").integer(0, 100_000_000);
        if ((long) exact.bytes().length() * times > LARGEST) {
            throw unit.mistake("repeated " + times + " times it has more than 1 GiB");
        }
        return new Part.Exact(Bytes.repeat(exact.bytes(), times), List.of());
    }

    private Part sized(Node.Fields fields) {
        Node kind = fields.require("sized");
        String word = kind.oneOf(SIZES, Function.identity());
        List<Part> of = read(fields.require("of"));
        int plus = fields.find("plus").map(node -> node.integer(0, LARGEST)).orElse(0);
        boolean all = fields.find("counting")
                .map(node -> node.oneOf(List.of("body", "all"), Function.identity()))
                .orElse("body")
                .equals("all");
        SizePrefix prefix;
        if (word.equals("ascii")) {
            int width = fields.require("width").integer(1, 18);
            prefix = new SizePrefix.Ascii(width, plus + (all ? width : 0));
        } else {
            fields.find("width").ifPresent(node -> {
                throw node.mistake("width goes with sized: ascii; " + word + " has a width of its own");
            });
            IntegerFormat format = kind.oneOf(List.of(IntegerFormat.values()), IntegerFormat::word);
            prefix = new SizePrefix.Binary(format, plus + (all ? format.width() : 0));
        }
        return new Part.Sized(prefix, of);
    }

    private Part kept(Node node) {
        String name = node.visibleText();
        if (names.find(name).isEmpty()) {
            throw node.mistake(
                    names.known().isEmpty()
                            ? "nothing is kept before this: keep it with {any: N, keep: " + name + "} or say {fresh: "
                                    + name + ", length: N}"
                            : Node.unknown(
                                    "kept name",
                                    name,
                                    names.known().stream().sorted().toList()));
        }
        return new Part.Kept(name);
    }

    private Part fresh(Node.Fields fields) {
        Node name = fields.require("fresh");
        String word = name.visibleText();
        int length = fields.find("length")
                .map(node -> node.integer(1, 1 << 16))
                .or(() -> names.find(word))
                .orElse(8);
        if (names.find(word).filter(known -> known != length).isPresent()) {
            throw name.mistake("fresh " + word + " has had another length before, and is the same word");
        }
        names.fresh(word, length);
        return new Part.Fresh(word, length);
    }

    private Part atomic(Node.Fields fields) {
        fields.find("because").ifPresent(Node::visibleText);
        List<Part> of = read(fields.require("atomic"));
        if (of.isEmpty()) {
            throw fields.mistake("atomic holds at least one part");
        }
        return new Part.Atomic(of);
    }

    private Part any(Node.Fields fields) {
        int count = fields.require("any").integer(1, 100_000_000);
        Optional<String> keep = fields.find("keep").map(Node::visibleText);
        keep.ifPresent(name -> names.heard(name, count));
        return new Part.Any(count, keep);
    }

    private Part until(Node.Fields fields) {
        Node end = fields.require("until");
        if (!(part(end) instanceof Part.Exact terminator) || terminator.bytes().isEmpty()) {
            throw end.mistake("until takes the bytes that end it, like \"\\r\\n\" or {hex: \"00\"}, at least one");
        }
        return new Part.Until(terminator.bytes(), fields.find("match").map(PartReader::pattern));
    }

    private static Pattern pattern(Node node) {
        try {
            return Pattern.compile(node.nonEmptyText(), Pattern.DOTALL);
        } catch (PatternSyntaxException wrong) {
            throw node.mistake("match is no regular expression: " + wrong.getDescription());
        }
    }
}
