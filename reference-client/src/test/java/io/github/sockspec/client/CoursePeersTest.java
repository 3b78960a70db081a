package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference client with Python servers in the manner of the course: programs that share nothing with it. */
class CoursePeersTest {
    private final Path scratch;

    CoursePeersTest(@TempDir Path scratch) {
        this.scratch = scratch;
    }

    /** A Python server, ended when it has served. */
    private record Course(Process process, String name) implements AutoCloseable {
        static Course server(String script, String... more) throws IOException {
            String home = Objects.requireNonNull(System.getProperty("sockspec.home"), "the build sets sockspec.home");
            Path program = Path.of(home, "fixtures", "implementations", "course", script);
            List<String> command = new ArrayList<>(List.of("python3", program.toString(), "127.0.0.1", "0"));
            command.addAll(List.of(more));
            Process process = start(command);
            String started = process.inputReader(UTF_8).readLine();
            if (started == null || !started.startsWith("starting... ")) {
                process.destroyForcibly();
                throw new AssertionError(script + " did not start; it said: " + started);
            }
            return new Course(process, started.substring("starting... ".length()));
        }

        private static Process start(List<String> command) {
            try {
                return new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
            } catch (IOException e) {
                throw new AssertionError("this test needs Python 3, as python3 on the path: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void login_courseServer_failsThenSucceeds() throws Exception {
        Path accounts = Files.writeString(scratch.resolve("accounts.txt"), "chen:123\n\u9648:\u5bc6\u7801\n");
        try (Course server = Course.server("login_server.py", accounts.toString())) {
            Ended ended = Ended.inProcess("chen\n124\nchen\n123\n", "login", server.name());
            assertEquals(new Ended(0, "fail\nsuccess\n", ""), ended);
            ended = Ended.inProcess("\u9648\n\u5bc6\u7801\n", "login", server.name());
            assertEquals(new Ended(0, "success\n", ""), ended);
        }
    }

    @Test
    void exec_courseServer_runsCommandsInOrder() throws Exception {
        try (Course server = Course.server("exec_server.py")) {
            String input = "echo hi\ntrue\n\necho no >&2; echo yes\necho \u4f60\u597d\nexit\n";
            assertEquals(new Ended(0, "hi\nno\n\u4f60\u597d\n", ""), Ended.inProcess(input, "exec", server.name()));
            Ended gbk = Ended.inProcess("printf '\\304\\343\\272\\303'\n", "exec", server.name(), "--charset", "gbk");
            assertEquals(new Ended(0, "\u4f60\u597d", ""), gbk);
        }
    }

    @Test
    void exec_courseServerWithOneMebibyte_deliversItWhole() throws Exception {
        try (Course server = Course.server("exec_server.py")) {
            Ended ended = Ended.inProcess("head -c 1048576 /dev/zero | tr '\\0' x\n", "exec", server.name());
            assertEquals(new Ended(0, "x".repeat(1048576), ""), ended);
        }
    }

    @Test
    void hello_courseServer_saysHi() throws Exception {
        try (Course server = Course.server("hello_server.py")) {
            Ended ended = Ended.inProcess("", "hello", server.name(), "--interval", "10");
            assertEquals(new Ended(0, "hi from " + server.name() + "\n", ""), ended);
        }
    }

    @Test
    void digest_courseServer_agrees() throws Exception {
        Path file = Files.write(scratch.resolve("file"), new byte[1_000_003]);
        try (Course server = Course.server("digest_server.py")) {
            Ended ended = Ended.inProcess("", "digest", server.name(), file.toString());
            assertEquals(new Ended(0, Md5.of(file) + "\n", ""), ended);
        }
    }
}
