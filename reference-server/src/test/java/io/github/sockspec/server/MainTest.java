package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    /** Starts with options that can't be used. {@return the one line that it says} */
    private static String refusal(String... options) throws Exception {
        try (Launched server = Launched.start(options)) {
            String errors = server.errors();
            assertEquals(2, server.exitStatus(), errors);
            assertEquals("", server.output());
            assertEquals(1, errors.lines().count(), errors);
            assertTrue(errors.startsWith("reference-server: "), errors);
            return errors;
        }
    }

    @Test
    void main_unknownOption_isNamed() throws Exception {
        assertTrue(refusal("--login", "0", "--frobnicate").contains("\"--frobnicate\""));
    }

    @Test
    void main_noService_saysWhichThereAre() throws Exception {
        assertTrue(refusal().contains("--login, --exec, --hello or --digest"));
    }

    @Test
    void main_badPort_saysWhatIsAllowed() throws Exception {
        assertTrue(refusal("--hello", "http").contains("--hello wants a number from 0 to 65536, not \"http\""));
        assertTrue(refusal("--hello", "65536").contains("65536"));
    }

    @Test
    void main_portInUse_isNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertTrue(refusal("--digest", port).contains("--digest can't listen on /127.0.0.1:" + port));
        }
    }

    @Test
    void main_addressOfAnotherHost_isNamed() throws Exception {
        assertTrue(refusal("--hello", "0", "--bind", "192.0.2.1").contains("192.0.2.1"));
    }

    @Test
    void main_accountFileThatCannotBeRead_isNamedWithTheReason(@TempDir Path directory) throws Exception {
        assertTrue(refusal("--login", "0").contains("--accounts"));
        assertTrue(refusal("--login", "0", "--accounts", directory + "/none").contains("none (No such file"));
        assertTrue(refusal("--login", "0", "--accounts", directory.toString()).contains("(Is a directory)"));
    }

    @Test
    void main_malformedAccountLine_isNamedWithItsNumber(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("malformed.txt"), "chen:123\nzhang\n");
        assertTrue(refusal("--login", "0", "--accounts", file.toString()).contains("malformed.txt, line 2: \"zhang\""));
    }

    @Test
    void main_execForOtherHosts_isRefused() throws Exception {
        assertTrue(refusal("--exec", "0", "--bind", "0.0.0.0").contains("--allow-remote-exec"));
    }

    @Test
    void main_help_tellsEveryOption() throws Exception {
        try (Launched server = Launched.start("--help")) {
            String help = server.output();
            assertEquals(0, server.exitStatus());
            for (String option : List.of("--login", "--exec", "--hello", "--digest", "--accounts", "--bind")) {
                assertTrue(help.contains(option), option);
            }
            for (String option : List.of("--max-login-line", "--max-command", "--max-connections", "--idle-timeout")) {
                assertTrue(help.contains(option), option);
            }
        }
    }

    @Test
    void main_version_isOneLine() throws Exception {
        try (Launched server = Launched.start("--version")) {
            assertTrue(server.output().startsWith("reference-server "));
            assertEquals(0, server.exitStatus());
        }
    }

    @Test
    void main_everyService_printsALineForEach(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("accounts.txt"), "chen:123\n");
        try (Launched server = Launched.start(
                "--digest", "0", "--hello", "0", "--exec", "0", "--login", "0", "--accounts", file.toString())) {
            for (String service : List.of("login", "exec", "hello", "digest")) {
                String line = server.line();
                assertTrue(line.matches(service + " 127\\.0\\.0\\.1:[0-9]+"), line);
            }
        }
    }

    @Test
    void main_requestsNothing_saysThatCutsAreNotSurvived() throws Exception {
        try (Launched server = Launched.start("--exec", "0", "--requests", "nothing")) {
            server.address();
            server.terminate();
            assertTrue(server.errors().contains("cuts can't be survived"));
        }
    }

    @Test
    void main_terminated_answersWhatIsUnderWayAndEndsWithStatus0() throws Exception {
        try (Launched server = Launched.start("--exec", "0");
                Peer peer = new Peer(server.address())) {
            peer.send("echo ready\necho started >&2; sleep 1; echo done >&2\n");
            assertEquals("ready\n", peer.output());
            server.awaitChildren(1);
            server.terminate();
            assertEquals("started\ndone\n", peer.output());
            assertEquals("", peer.untilEnd());
            assertEquals(0, server.exitStatus());
            assertEquals("", server.errors());
        }
    }

    @Test
    void main_posixLocale_changesNoByte(@TempDir Path directory) throws Exception {
        Map<String, String> posix = Map.of("LC_ALL", "POSIX", "LANG", "", "JAVA_TOOL_OPTIONS", "");
        Path file = Files.writeString(directory.resolve("utf8.txt"), "哈:密码\n", UTF_8);
        List<String> options = List.of("--login", "0", "--exec", "0", "--accounts", file.toString());
        try (Launched server = Launched.start(posix, options)) {
            InetSocketAddress login = server.address();
            try (Peer peer = new Peer(login)) {
                assertEquals("success", peer.send("哈|密码\n").text(7));
            }
            try (Peer peer = new Peer(server.address())) {
                assertEquals(
                        "é哈\uD83D\uDE00 'x' \"y\" $\n",
                        peer.send("echo \"é哈\uD83D\uDE00 'x' \\\"y\\\" $\"\n").output());
            }
        }
    }
}
