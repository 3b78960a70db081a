package io.github.sockspec.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@link ReferenceServer} serves, where, and within which limits. Immutable. Options have the names, values and
 * defaults that {@code --help} tells.
 *
 * @param given those that were given, for example {@code "--login"} with {@code "8899"}
 */
public record ServerOptions(Map<String, String> given) {
    private static final int LARGEST_NUMBER = 65_536;
    private static final String REMOTE_EXEC = "--allow-remote-exec";
    private static final Pattern NAMES = Pattern.compile("--(login|exec|hello|digest|accounts|bind|allow-remote-exec"
            + "|requests|max-login-line|max-command|max-connections|idle-timeout)");

    public ServerOptions {
        given = Map.copyOf(given);
    }

    /** {@return options for these services, on loopback, on ports that the system chooses} */
    public static ServerOptions of(Service... services) {
        ServerOptions options = new ServerOptions(Map.of());
        for (Service service : services) {
            options = options.with("--" + service, "0");
        }
        return options;
    }

    /** {@return what the words of a command line ask for} */
    public static ServerOptions parse(String... words) {
        ServerOptions options = of();
        for (Iterator<String> rest = List.of(words).iterator(); rest.hasNext(); ) {
            String option = rest.next();
            boolean hasValue = !option.equals(REMOTE_EXEC) && rest.hasNext();
            options = options.with(option, hasValue ? rest.next() : "");
        }
        return options;
    }

    /** {@return the same with this option, for example {@code with("--requests", "nothing")}} */
    public ServerOptions with(String option, String value) {
        if (!NAMES.matcher(option).matches()) {
            throw new IllegalArgumentException("there is no option \"" + option + "\"; --help tells which there are");
        }
        Map<String, String> more = new HashMap<>(given);
        more.put(option, value);
        return new ServerOptions(more);
    }

    /** {@return the same with this account file, which may change at any time (LOGIN-9)} */
    public ServerOptions withAccounts(Path file) {
        return with("--accounts", file.toString());
    }

    List<Service> services() {
        List<Service> named = Stream.of(Service.values())
                .filter(service -> has("--" + service))
                .toList();
        if (named.isEmpty()) {
            throw new IllegalArgumentException("nothing to serve: give --login, --exec, --hello or --digest");
        }
        return named;
    }

    private boolean has(String option) {
        return given.containsKey(option);
    }

    String text(String option, String normal) {
        return given.getOrDefault(option, normal);
    }

    int number(String option, int normal) {
        String value = text(option, Integer.toString(normal));
        if (!value.matches("[0-9]{1,6}") || Integer.parseInt(value) > LARGEST_NUMBER) {
            throw new IllegalArgumentException(
                    option + " wants a number from 0 to " + LARGEST_NUMBER + ", not \"" + value + "\"");
        }
        return Integer.parseInt(value);
    }

    /** Whether requests end with a pause instead of a line feed. */
    boolean endWithPause() {
        String end = text("--requests", "newline");
        if (!end.equals("newline") && !end.equals("nothing")) {
            throw new IllegalArgumentException("--requests is newline or nothing, not \"" + end + "\"");
        }
        return end.equals("nothing");
    }

    /** Where to listen. */
    InetAddress address() {
        String host = text("--bind", "127.0.0.1");
        try {
            InetAddress address = InetAddress.getByName(host);
            if (has("--exec") && !address.isLoopbackAddress() && !has(REMOTE_EXEC)) {
                throw new IllegalArgumentException("--exec with --bind " + host + " lets other hosts run any command"
                        + " here, which " + REMOTE_EXEC + " must allow");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--bind wants an address of this host, not \"" + host + "\"", e);
        }
    }
}
