package io.github.sockspec.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The server as its users start it: a process of its own, of which the system tells what it holds. */
final class Launched implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private Launched(Process process) {
        this.process = process;
        out = process.inputReader();
    }

    static Launched start(Map<String, String> environment, List<String> options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(options));
        builder.environment().putAll(environment);
        return new Launched(builder.start());
    }

    /** Starts it with no more descriptors than this. */
    static Launched startWith(int descriptors, String... options) throws IOException {
        List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -n \"$0\"; exec \"$@\""));
        limited.add(Integer.toString(descriptors));
        limited.addAll(command(List.of(options)));
        return new Launched(new ProcessBuilder(limited).start());
    }

    private static List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(classes());
        command.add(Main.class.getName());
        command.addAll(options);
        return command;
    }

    static Launched start(String... options) throws IOException {
        return start(Map.of(), List.of(options));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classes() {
        try {
            return Path.of(Main.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the next line that it prints} */
    String line() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("it ended: " + errors());
        }
        return line;
    }

    /** {@return the address in the next line that it prints, for example {@code login 127.0.0.1:40123}} */
    InetSocketAddress address() throws IOException {
        String line = line();
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
    }

    String output() throws IOException {
        return String.join("\n", out.lines().toList());
    }

    /** {@return the next line that it writes to standard error} */
    String errorLine() throws IOException {
        return Objects.requireNonNullElse(process.errorReader().readLine(), "");
    }

    String errors() {
        return String.join("\n", process.errorReader().lines().toList());
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(60, SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return process.exitValue();
    }

    /** Sends SIGTERM. (The process's own method would close its streams as well.) */
    void terminate() {
        process.toHandle().destroy();
    }

    long descriptors() {
        return entries("fd");
    }

    long threads() {
        return entries("task");
    }

    long children() {
        return process.descendants().count();
    }

    void awaitChildren(int count) {
        await().atMost(Duration.ofMinutes(1)).until(() -> children() >= count);
    }

    /** {@return how many descriptors are sockets: those that listen and its clients'} */
    long sockets() throws IOException {
        long sockets = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(proc("fd"))) {
            for (Path descriptor : descriptors) {
                sockets += isSocket(descriptor) ? 1 : 0;
            }
        }
        return sockets;
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    long residentKilobytes() throws IOException {
        try (Stream<String> lines = Files.lines(proc("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        }
    }

    /** {@return the processor time used so far, in the kernel's ticks of 10 ms} */
    long processorTicks() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private long entries(String directory) {
        try (Stream<Path> entries = Files.list(proc(directory))) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path proc(String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
