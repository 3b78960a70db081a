package io.github.sockspec.server;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The command line; {@code --help} describes it. */
public final class Main {
    private Main() {}

    public static void main(String[] words) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, what) -> System.err.println("reference-server: " + what));
        if (List.of(words).contains("--help")) {
            Objects.requireNonNull(Main.class.getResourceAsStream("help.txt")).transferTo(System.out);
        } else if (List.of(words).contains("--version")) {
            System.out.println("reference-server " + Main.class.getPackage().getImplementationVersion());
        } else {
            serve(words);
        }
    }

    private static void serve(String... words) {
        try {
            ServerOptions options = ServerOptions.parse(words);
            ReferenceServer server = ReferenceServer.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                Runtime.getRuntime().halt(0); // to be stopped is no failure, though the JVM would report one
            }));
            if (options.requestEnd() == Requests.End.PAUSE) {
                System.err.println("reference-server: --requests nothing: cuts can't be survived in this mode");
            }
            for (Service service : options.services()) {
                System.out.println(
                        service + " " + server.address(service).toString().substring(1)); // after a "/"
            }
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("reference-server: " + e.getMessage());
            System.exit(2);
        }
    }
}
