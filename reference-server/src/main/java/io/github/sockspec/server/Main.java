package io.github.sockspec.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The command line. {@code --help} describes it, with its exit statuses. */
public final class Main {
    private static final int WRONG_USAGE = 2;

    private Main() {}

    /** Serves until SIGTERM or SIGINT. */
    public static void main(String[] words) throws InterruptedException {
        if (List.of(words).contains("--help")) {
            System.out.print(CommandLine.help());
        } else if (List.of(words).contains("--version")) {
            String version = Main.class.getPackage().getImplementationVersion();
            System.out.println("reference-server " + (version == null ? "(not packaged)" : version));
        } else {
            serve(words);
        }
    }

    private static void serve(String... words) throws InterruptedException {
        try {
            ReferenceServer server = ReferenceServer.start(CommandLine.parse(words));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            server.addresses().forEach(Main::print);
            System.out.flush();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("reference-server: " + e.getMessage());
            System.exit(WRONG_USAGE);
        }
        new CountDownLatch(1).await(); // the server's threads are daemons: this one keeps the process
    }

    private static void print(Service service, InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        System.out.println(
                service.label() + " " + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
    }

    private static void stop(ReferenceServer server) {
        server.close();
        Runtime.getRuntime().halt(0); // a process that was asked to stop and did has not failed; the JVM would say 143
    }
}
