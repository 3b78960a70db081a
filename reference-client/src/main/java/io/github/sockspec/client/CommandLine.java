package io.github.sockspec.client;

import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was asked for. Throws {@link IllegalArgumentException}, with one line, where that makes no sense. */
record CommandLine(List<String> words, Map<String, String> options) {
    private static final Pattern SERVER = Pattern.compile("(\\[[^]]+]|[^:]+):([0-9]{1,5})");
    private static final Set<String> TCP = Set.of("--connect-timeout", "--idle-timeout");
    private static final Set<String> EXEC = Set.of("--connect-timeout", "--idle-timeout", "--charset");

    /** Tells options, each with a value, from words: the command and what it works on. */
    static CommandLine parse(List<String> arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals("--help") || argument.equals("--version")) {
                return new CommandLine(List.of(argument), Map.of());
            }
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (rest.hasNext()) {
                options.put(argument, rest.next());
            } else {
                throw new IllegalArgumentException(argument + " needs a value");
            }
        }
        return new CommandLine(words, options).checked();
    }

    private CommandLine checked() {
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "login" -> takes(1, 1, TCP);
            case "exec" -> takes(1, 1, EXEC);
            case "hello" -> takes(1, 1, Set.of("--interval"));
            case "digest" -> takes(2, 2, TCP);
            case "md5" -> takes(1, 2, Set.of());
            default -> throw new IllegalArgumentException("there is no such command");
        };
    }

    private CommandLine takes(int fewest, int most, Set<String> known) {
        int count = words.size() - 1;
        if (count < fewest || count > most || !known.containsAll(options.keySet())) {
            throw new IllegalArgumentException(
                    "does not take " + words.subList(1, words.size()) + " with options " + options.keySet());
        }
        return this;
    }

    InetSocketAddress server() {
        Matcher parts = SERVER.matcher(words.get(1));
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("'" + words.get(1) + "' is not HOST:PORT");
        }
        return new InetSocketAddress(parts.group(1), port);
    }

    Timeouts timeouts() {
        return new Timeouts(
                seconds("--connect-timeout", Timeouts.DEFAULT.connect()),
                seconds("--idle-timeout", Timeouts.DEFAULT.idle()),
                seconds("--interval", Timeouts.DEFAULT.interval()));
    }

    private Duration seconds(String option, Duration otherwise) {
        String text = options.get(option);
        try {
            return text == null ? otherwise : Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " wants seconds, not '" + text + "'", e);
        }
    }

    @Nullable
    Charset charset() {
        String name = options.get("--charset");
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no charset '" + name + "'", e);
        }
    }
}
