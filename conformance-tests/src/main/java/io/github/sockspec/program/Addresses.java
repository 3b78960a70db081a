package io.github.sockspec.program;

import io.github.sockspec.kernel.NumericAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses as people write them: {@code 192.168.13.22:8008}, {@code localhost:8008}, {@code [::1]:8008}. */
public final class Addresses {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)\\]|([^:\\[\\]]+)):(\\d{1,5})");

    /** What stands for a port that is chosen for the program. */
    private static final String CHOSEN = ":{port}";

    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private Addresses() {}

    /** As {@link #parse}, or {@code host:{port}}, which is port 0: one that is chosen. */
    public static Optional<InetSocketAddress> parseOrChoose(String text) {
        return text.endsWith(CHOSEN)
                ? parse(text.replace(CHOSEN, ":1")).map(found -> new InetSocketAddress(found.getAddress(), 0))
                : parse(text);
    }

    /** What {@code text} says; empty when it is no host and port, or the host has no address. */
    public static Optional<InetSocketAddress> parse(String text) {
        Matcher parts = HOST_AND_PORT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(parts.group(3));
        boolean wellFormed = parts.group(1) != null || wellFormed(parts.group(2));
        if (port < 1 || port > 65_535 || !wellFormed) {
            return Optional.empty();
        }
        try {
            String host = parts.group(1) != null ? parts.group(1) : parts.group(2);
            return Optional.of(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (UnknownHostException nobody) {
            return Optional.empty();
        }
    }

    /** Java would take {@code 192.168.13} for 192.168.0.13, which nobody means. */
    private static boolean wellFormed(String host) {
        if (DIGITS_AND_DOTS.matcher(host).matches()) {
            String[] octets = host.split("\\.", -1);
            return octets.length == 4
                    && Arrays.stream(octets)
                            .allMatch(octet -> octet.matches("\\d{1,3}") && Integer.parseInt(octet) < 256);
        }
        return HOST_NAME.matcher(host).matches();
    }

    /** {@code address} as {@code host:port}, with brackets where the host has colons. */
    static String text(InetSocketAddress address) {
        return NumericAddress.address(address);
    }

    /**
     * Where to connect to reach a program that listens at {@code address}: one that listens everywhere, by loopback, and by
     * IPv6's where it said so in IPv6, for it may not listen to the other.
     */
    static InetSocketAddress reachable(InetSocketAddress address) {
        if (!address.getAddress().isAnyLocalAddress()) {
            return address;
        }
        return address.getAddress() instanceof Inet6Address
                ? new InetSocketAddress(loopback6(), address.getPort())
                : new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
    }

    private static InetAddress loopback6() {
        byte[] octets = new byte[16];
        octets[15] = 1;
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of 16 octets is one", impossible);
        }
    }
}
