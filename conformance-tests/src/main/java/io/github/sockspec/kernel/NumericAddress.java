package io.github.sockspec.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses in digits, as people write them: {@code ::1}, not {@code 0:0:0:0:0:0:0:1} (RFC 5952). */
public final class NumericAddress {
    private static final Pattern NOTHING_BUT_ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    private NumericAddress() {}

    /** The host alone, without brackets. */
    public static String host(InetAddress host) {
        String text = host.getHostAddress();
        if (!(host instanceof Inet6Address)) {
            return text;
        }
        return NOTHING_BUT_ZEROS
                .matcher(text)
                .results()
                .map(zeros -> zeros.group())
                .reduce((one, other) -> other.length() > one.length() ? other : one)
                .map(longest -> text.replaceFirst(Pattern.quote(longest), "::"))
                .orElse(text);
    }

    /** The host in every form in which a program may print it. */
    public static List<String> forms(InetAddress host) {
        String full = Arrays.stream(host.getHostAddress().split(":", -1))
                .map(group -> group.length() < 4 ? "0".repeat(4 - group.length()) + group : group)
                .collect(Collectors.joining(":"));
        return host instanceof Inet6Address
                ? List.of(host(host), host.getHostAddress(), full)
                : List.of(host.getHostAddress());
    }

    /** Host and port, with brackets where the host has colons. */
    public static String address(InetSocketAddress address) {
        String host = host(address.getAddress());
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
