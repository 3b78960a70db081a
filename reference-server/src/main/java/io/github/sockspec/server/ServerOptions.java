package io.github.sockspec.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a {@link ReferenceServer} serves, where, and within which limits. Immutable. Options have the names, values and
 * defaults that {@code --help} tells.
 *
 * @param given those that were given, for example {@code "--login"} with {@code "8899"}
 */
public record ServerOptions(Map<String, String> given) {
    private static final String REMOTE_EXEC = "--allow-remote-exec";
    private static final Set<String> TEXTS = Set.of("--accounts", "--bind", "--requests", REMOTE_EXEC);

    public ServerOptions {
        given = Map.copyOf(given);
    }

    /** {@return options for these services, on loopback, on ports that the system chooses} */
    public static ServerOptions of(Service... services) {
        Stream<String> words = Stream.of(services).flatMap(service -> Stream.of("--" + service, "0"));
        return parse(words.toArray(String[]::new));
    }

    /** {@return what the words of a command line ask for} */
    public static ServerOptions parse(String... words) {
        ServerOptions options = new ServerOptions(Map.of());
        for (int i = 0; i < words.length; i++) {
            boolean hasValue = !words[i].equals(REMOTE_EXEC) && i + 1 < words.length;
            options = options.with(words[i], hasValue ? words[++i] : "");
        }
        return options;
    }

    /** {@return the same with this option, for example {@code with("--requests", "nothing")}} */
    public ServerOptions with(String option, String value) {
        boolean number =
                option.matches("--(login|exec|hello|digest|max-(login-line|command|connections)|idle-timeout)");
        if (!number && !TEXTS.contains(option)) {
            throw new IllegalArgumentException("there is no option \"" + option + "\"; --help tells which there are");
        }
        if (number && !(value.matches("[0-9]{1,6}") && Integer.parseInt(value) <= 65_536)) {
            throw new IllegalArgumentException(option + " wants a number from 0 to 65536, not \"" + value + "\"");
        }
        if (option.equals("--requests") && !value.matches("newline|nothing")) {
            throw new IllegalArgumentException("--requests is newline or nothing, not \"" + value + "\"");
        }
        Map<String, String> more = new HashMap<>(given);
        more.put(option, value);
        return new ServerOptions(more);
    }

    /** {@return the same with this account file, which may change at any time (LOGIN-9)} */
    public ServerOptions withAccounts(Path file) {
        return with("--accounts", file.toString());
    }

    /** {@return what is served} */
    public List<Service> services() {
        Stream<Service> all = Stream.of(Service.values());
        List<Service> named =
                all.filter(service -> given.containsKey("--" + service)).toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("nothing to serve: give --login, --exec, --hello or --digest");
        }
        return named;
    }

    int number(String option, int normal) {
        return Integer.parseInt(given.getOrDefault(option, Integer.toString(normal)));
    }

    /** What requests end with. */
    Requests.End requestEnd() {
        return given.getOrDefault("--requests", "newline").equals("nothing")
                ? Requests.End.PAUSE
                : Requests.End.LINE_FEED;
    }

    /** Where this service listens. */
    InetSocketAddress address(Service service) {
        String host = given.getOrDefault("--bind", "127.0.0.1");
        InetSocketAddress address = new InetSocketAddress(host, number("--" + service, 0));
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("--bind wants an address of this host, not \"" + host + "\"");
        }
        boolean remote = !address.getAddress().isLoopbackAddress();
        if (service == Service.EXEC && remote && !given.containsKey(REMOTE_EXEC)) {
            throw new IllegalArgumentException("--exec with --bind " + host + " lets other hosts run any command"
                    + " here, which " + REMOTE_EXEC + " must allow");
        }
        return address;
    }
}
