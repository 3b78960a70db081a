package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients in the manner of the course, in Python, unaware of this project: a second opinion on what is sent. */
class CourseClientsTest {
    private static final Path CLIENTS = Path.of(
            Objects.requireNonNull(System.getProperty("sockspec.home"), "run by Maven, which sets sockspec.home"),
            "fixtures/implementations/course");

    /** Runs a client with these lines of input. {@return what it printed} */
    private static String run(ReferenceServer server, Service service, String program, String input) throws Exception {
        String port = Integer.toString(server.address(service).getPort());
        ProcessBuilder builder =
                new ProcessBuilder("python3", CLIENTS.resolve(program).toString(), "127.0.0.1", port);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process client = start(builder.redirectErrorStream(true));
        try (OutputStream lines = client.getOutputStream()) {
            lines.write(input.getBytes(UTF_8));
        }
        String printed = new String(client.getInputStream().readAllBytes(), UTF_8);
        assertTrue(client.waitFor(60, SECONDS));
        assertEquals(0, client.exitValue(), printed);
        return printed;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError("this test needs python3 on the PATH", e);
        }
    }

    @Test
    void login_clientWithoutEndMarks_isServedWithRequestsNothing(@TempDir Path directory) throws Exception {
        Path accounts = Files.writeString(directory.resolve("accounts"), "chen:123\n");
        ServerOptions options =
                ServerOptions.of(Service.LOGIN).withAccounts(accounts).with("--requests", "nothing");
        try (ReferenceServer server = ReferenceServer.start(options)) {
            String printed = run(server, Service.LOGIN, "login_client.py", "chen\n12\nchen\n123\n");
            assertEquals("user: password: fail\nuser: password: success\n", printed);
        }
    }

    @Test
    void exec_clientWithoutEndMarks_isServedWithRequestsNothing() throws Exception {
        ServerOptions options = ServerOptions.of(Service.EXEC).with("--requests", "nothing");
        try (ReferenceServer server = ReferenceServer.start(options)) {
            String input = "echo hello\necho 哈哈\nhead -c 100000 /dev/zero | tr '\\0' x\nexit\n";
            String printed = run(server, Service.EXEC, "exec_client.py", input);
            assertEquals(">>: hello\n\n>>: 哈哈\n\n>>: " + "x".repeat(100_000) + "\n>>: ", printed);
        }
    }

    @Test
    void hello_client_isAnswered() throws Exception {
        try (ReferenceServer server = ReferenceServer.start(ServerOptions.of(Service.HELLO))) {
            int port = server.address(Service.HELLO).getPort();
            assertEquals("hi ('127.0.0.1', " + port + ")\n", run(server, Service.HELLO, "hello_client.py", ""));
        }
    }

    @Test
    void digest_client_getsTheDigestOfAllItsChunks() throws Exception {
        try (ReferenceServer server = ReferenceServer.start(ServerOptions.of(Service.DIGEST))) {
            String printed = run(server, Service.DIGEST, "digest_client.py", "hello\nchen\n\n");
            assertEquals("chunk: chunk: chunk: 6e92e6e4207d0f85e6f73e7f7eb10f8a\n", printed);
        }
    }
}
