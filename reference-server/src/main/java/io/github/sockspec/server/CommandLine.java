package io.github.sockspec.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;

/** What the options of the command line ask for. Each problem is an {@link IllegalArgumentException} of one line. */
final class CommandLine {
    private static final String HELP = """
            Serves the login, exec, hello and digest protocols of PROTOCOL.md; any of them, in one process.

              --login PORT            judge accounts over TCP; needs --accounts
              --exec PORT             run commands over TCP, as the user who started this
              --hello PORT            answer greetings over UDP
              --digest PORT           digest messages over TCP
              --accounts FILE         a line for each account, user:password; read again when it changes
              --bind ADDRESS          where to listen (127.0.0.1)
              --allow-remote-exec     lets --exec listen where other hosts reach it: they may then run any command
              --requests newline      login and exec requests end with a line feed (newline), or
                         nothing      with a pause of 20 ms, which no cut survives
            %s
              --help, --version

            Port 0 lets the system choose. What listens is printed, one "login 127.0.0.1:40123" a line.
            Exit status: 0 stopped by SIGTERM or SIGINT; 2 a wrong option, an account file that can't be used, or an
            address that can't be bound.
            """;

    private final Iterator<String> words;

    private CommandLine(String... words) {
        this.words = Arrays.asList(words).iterator();
    }

    static ServerOptions parse(String... words) {
        return new CommandLine(words).all();
    }

    static String help() {
        StringBuilder limits = new StringBuilder();
        for (Limit limit : Limit.values()) {
            limits.append(String.format("  %-23s %s%n", limit.option() + " N", limit.meaning()));
        }
        return HELP.formatted(limits.toString().stripTrailing());
    }

    private ServerOptions all() {
        ServerOptions options = ServerOptions.of();
        while (words.hasNext()) {
            options = with(options, words.next());
        }
        return options;
    }

    private ServerOptions with(ServerOptions options, String option) {
        return switch (option) {
            case "--accounts" -> options.withAccounts(path(option));
            case "--bind" -> options.withBind(address(option));
            case "--allow-remote-exec" -> options.allowingRemoteExec();
            case "--requests" -> options.withFraming(framing(option));
            default -> withNumber(options, option);
        };
    }

    private ServerOptions withNumber(ServerOptions options, String option) {
        for (Service service : Service.values()) {
            if (option.equals("--" + service.label())) {
                return options.withPort(service, number(option));
            }
        }
        for (Limit limit : Limit.values()) {
            if (option.equals(limit.option())) {
                return options.withLimit(limit, number(option));
            }
        }
        throw new IllegalArgumentException("unknown option \"" + option + "\"; --help tells which there are");
    }

    private String value(String option) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " wants a value after it");
        }
        return words.next();
    }

    private int number(String option) {
        String value = value(option);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " wants a whole number, not \"" + value + "\"", e);
        }
    }

    private Path path(String option) {
        String value = value(option);
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(option + " wants a file, not \"" + value + "\"", e);
        }
    }

    private InetAddress address(String option) {
        String value = value(option);
        try {
            return InetAddress.getByName(value);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(option + " wants an address of this host, not \"" + value + "\"", e);
        }
    }

    private Framing framing(String option) {
        String value = value(option);
        return switch (value) {
            case "newline" -> Framing.NEWLINE;
            case "nothing" -> Framing.NOTHING;
            default -> throw new IllegalArgumentException(option + " wants newline or nothing, not \"" + value + "\"");
        };
    }
}
