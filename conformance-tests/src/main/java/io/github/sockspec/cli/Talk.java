package io.github.sockspec.cli;

import io.github.sockspec.bytes.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** One conversation as a command line gives it, option by option: what is said, and what is heard. */
final class Talk {
    /** One of these options, as often as it was given. */
    static final class Word {
        @Option(names = "--say", paramLabel = "TEXT", description = "Say this; \\r \\n \\t \\0 \\xHH \\\\ are bytes.")
        private @Nullable String say;

        @Option(names = "--hex", paramLabel = "HEX", description = "Say these bytes, like \"05 01 00\".")
        private @Nullable String hex;

        @Option(names = "--file", paramLabel = "FILE", description = "Say what is in this file.")
        private @Nullable Path file;

        @Option(
                names = "--hear",
                paramLabel = "TEXT",
                description = "What must answer what is said before it; else that is learned from the program itself.")
        private @Nullable String hear;

        @Option(names = "--hear-hex", paramLabel = "HEX", description = "The same in hexadecimal.")
        private @Nullable String hearHex;
    }

    /**
     * A message and what answers it, as YAML has them.
     *
     * @param say empty where the server speaks first
     * @param hear empty where it is to be learned
     */
    record Turn(Optional<String> say, List<String> hear) {
        Turn {
            hear = List.copyOf(hear);
        }
    }

    private final CommandSpec spec;
    private final List<Turn> turns = new ArrayList<>();

    private Talk(CommandSpec spec) {
        this.spec = spec;
    }

    /**
     * The turns that {@code words} make, in their order.
     *
     * @throws CommandLine.ParameterException where one can't be read, or nothing is said
     */
    static List<Turn> of(List<Word> words, CommandSpec spec) {
        Talk talk = new Talk(spec);
        words.forEach(talk::add);
        if (talk.turns.isEmpty()) {
            throw talk.wrong("nothing is said: give --say TEXT, --hex HEX or --file FILE");
        }
        return talk.turns;
    }

    private void add(Word word) {
        if (word.file != null) {
            says(file(word.file));
        } else if (word.say != null) {
            says(bytes("--say", word.say, EscapedText::read));
        } else if (word.hex != null) {
            says(bytes("--hex", word.hex, Bytes::hex));
        } else if (word.hear != null) {
            hears(bytes("--hear", word.hear, EscapedText::read));
        } else if (word.hearHex != null) {
            hears(bytes("--hear-hex", word.hearHex, Bytes::hex));
        }
    }

    private void says(String part) {
        turns.add(new Turn(Optional.of(part), List.of()));
    }

    /** Behind another one it is more of the same answer. */
    private void hears(String part) {
        Turn last = turns.isEmpty() ? new Turn(Optional.empty(), List.of()) : turns.remove(turns.size() - 1);
        List<String> hear = new ArrayList<>(last.hear());
        hear.add(part);
        turns.add(new Turn(last.say(), hear));
    }

    private String file(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw wrong("--file: there is no file " + file + " that can be read");
        }
        return "{file: " + YamlWords.quoted(file.toAbsolutePath().normalize().toString()) + "}";
    }

    private String bytes(String option, String written, Function<String, Bytes> read) {
        try {
            Bytes bytes = read.apply(written);
            if (bytes.isEmpty()) {
                throw wrong(option + " is empty");
            }
            return YamlWords.of(bytes);
        } catch (IllegalArgumentException unreadable) {
            throw wrong(option
                    + (option.endsWith("hex")
                            ? " takes pairs of hexadecimal digits, like \"05 01 00\", not " + written
                            : ": " + unreadable.getMessage()));
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
