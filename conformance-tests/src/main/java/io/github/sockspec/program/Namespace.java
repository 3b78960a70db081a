package io.github.sockspec.program;

import static java.util.stream.Collectors.joining;

import io.github.sockspec.kernel.Loopback;
import io.github.sockspec.kernel.Unshare;
import io.github.sockspec.wire.Probe;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A network of this run's own, in which there is no address but loopback and those that the programs under test fix. A
 * program written for 192.168.13.22:8008 or port 80 runs there unedited, whatever this machine's addresses are, whoever
 * else uses the port, and without rights; connections that linger on the port can be made forgotten there.
 *
 * <p>A process can't be moved into it once it has threads, so the whole run starts anew inside: {@link #rerun} starts this
 * process's own command line once more, and there {@link #enter} makes the network ready.
 */
public final class Namespace {
    /** The system property that holds, inside, the addresses to have. */
    private static final String PROPERTY = "sockspec.namespace";

    /** What the programs of one run have to do with each other. */
    enum Company {
        SIDE_BY_SIDE("judge the two in separate runs"),
        /** Only with CAP_SYS_ADMIN can this process have a socket at each of two networks. */
        PAIRED("run as root, which can join the two");

        private final String advice;

        Company(String advice) {
            this.advice = advice;
        }
    }

    private Namespace() {}

    /** Whether this process runs inside. */
    public static boolean entered() {
        return System.getProperty(PROPERTY) != null;
    }

    /** Makes the network ready when this process runs inside; call it before anything opens a socket. */
    public static void enter() {
        String addresses = System.getProperty(PROPERTY, "");
        if (entered()) {
            Loopback.up();
            for (String address : addresses.isEmpty() ? List.<String>of() : List.of(addresses.split(",", -1))) {
                Addresses.parse(address + ":1").ifPresent(site -> Loopback.add((Inet4Address) site.getAddress()));
            }
        }
    }

    /**
     * Runs this process's command line once more, inside, when a program under test needs that, and waits for its end.
     *
     * @return its exit status, to be this process's own; empty when this process can do the work itself, inside or not
     * @throws StartFailure when the programs need it and can't have it: one line that says why
     */
    public static OptionalInt rerun(Collection<Implementation> implementations) {
        return rerun(implementations, Company.SIDE_BY_SIDE);
    }

    static OptionalInt rerun(Collection<Implementation> implementations, Company company) {
        return entered() || !needed(implementations, company, Unshare.HERE)
                ? OptionalInt.empty()
                : OptionalInt.of(inside(implementations));
    }

    /**
     * Whether {@code implementations} are to be run inside: any that fixes its address, as long as all of them can be.
     *
     * @throws StartFailure when one of them can run nowhere else and it can't be had
     */
    static boolean needed(Collection<Implementation> implementations, Company company, Unshare unshare) {
        Optional<String> must = implementations.stream()
                .flatMap(implementation -> obstacle(implementation).stream())
                .findFirst();
        Optional<String> outside = implementations.stream()
                .filter(implementation -> implementation.start().running().isPresent()
                        || implementation.start().contained().isPresent())
                .map(Implementation::name)
                .findFirst();
        if (must.isPresent() && outside.isPresent()) {
            throw new StartFailure(must.get() + ", so it runs in a private network namespace, from which "
                    + outside.get() + " can't be reached: " + company.advice);
        }
        if (must.isPresent() && unshare.prefix().isEmpty()) {
            throw new StartFailure(must.get() + ", and this system allows no private network namespace (" + unshare
                    + "): run in a container that does, or as root");
        }
        boolean fixed = implementations.stream().anyMatch(implementation -> implementation
                .start()
                .fixesHere()
                .filter(whole -> whole.getPort() != 0)
                .isPresent());
        return (must.isPresent() || fixed)
                && outside.isEmpty()
                && unshare.prefix().isPresent();
    }

    /** Why a program can't have its address outside, if it can't. */
    private static Optional<String> obstacle(Implementation implementation) {
        return implementation.start().fixesHere().flatMap(address -> {
            if (!canHave(address)) {
                throw notToBeHad(implementation, address);
            }
            return Probe.unbindable(implementation.protocol().transport(), address)
                    .filter(why -> !why.contains("in use"))
                    .map(why -> implementation.name() + " fixes the address " + Addresses.text(address)
                            + ", which can't be had here (" + why + ")");
        });
    }

    /** Whether a private network can have this address. */
    static boolean canHave(InetSocketAddress address) {
        InetAddress host = address.getAddress();
        return host instanceof Inet4Address || host.isLoopbackAddress() || host.isAnyLocalAddress();
    }

    static StartFailure notToBeHad(Implementation implementation, InetSocketAddress address) {
        return new StartFailure(implementation.name()
                + ": only IPv4 addresses, and ::1, can be had in a private network, not " + Addresses.text(address));
    }

    private static int inside(Collection<Implementation> implementations) {
        Set<String> addresses = new LinkedHashSet<>();
        implementations.forEach(implementation -> implementation
                .start()
                .fixesHere()
                .map(InetSocketAddress::getAddress)
                .filter(address -> !address.isLoopbackAddress() && !address.isAnyLocalAddress())
                .map(InetAddress::getHostAddress)
                .ifPresent(addresses::add));
        List<String> words = new ArrayList<>(Unshare.HERE.prefix().orElseThrow());
        List<String> own = commandLine();
        words.add(own.get(0));
        words.add("-D" + PROPERTY + "=" + addresses.stream().collect(joining(",")));
        words.addAll(own.subList(1, own.size()));
        return run(words);
    }

    /** This process's own program and arguments, those of the virtual machine among them. */
    private static List<String> commandLine() {
        try {
            List<String> words = new ArrayList<>(
                    List.of(Files.readString(Path.of("/proc/self/cmdline")).split("\0", -1)));
            words.remove(words.size() - 1);
            words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
            return words;
        } catch (IOException unreadable) {
            throw new StartFailure("this process's command line can't be read", unreadable);
        }
    }

    private static int run(List<String> words) {
        try {
            Process child = new ProcessBuilder(words).inheritIO().start();
            // Whoever ends this process means the run, and that is the child now.
            Thread end = new Thread(() -> child.destroy(), "sockspec end of the inner run");
            Runtime.getRuntime().addShutdownHook(end);
            int status = child.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return status;
        } catch (IOException failed) {
            throw new StartFailure("the run could not be started in a private network: " + failed.getMessage(), failed);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", asked);
        }
    }
}
