package io.github.sockspec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private static Ended run(String line) {
        return Ended.inProcess("", line.isEmpty() ? new String[0] : line.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logon 127.0.0.1:1",
                "login",
                "login 127.0.0.1:1 extra",
                "exec 127.0.0.1",
                "exec :8008",
                "exec 127.0.0.1:0",
                "exec 127.0.0.1:65536",
                "exec 127.0.0.1:99999999999",
                "exec ::1:8008",
                "exec 127.0.0.1:1 --charset",
                "exec 127.0.0.1:1 --charset no-such-charset",
                "exec 127.0.0.1:1 --chraset gbk",
                "exec 127.0.0.1:1 --idle-timeout soon",
                "exec 127.0.0.1:1 --idle-timeout 0",
                "exec 127.0.0.1:1 --connect-timeout -1",
                "hello 127.0.0.1:1 --interval NaN",
                "hello 127.0.0.1:1 --interval 1e99",
                "digest 127.0.0.1:1",
                "md5",
                "md5 a b c",
                "--version now",
            })
    void run_wrongUsage_isOneLineAndStatusTwo(String line) {
        Ended ended = run(line);
        assertEquals(2, ended.status());
        assertEquals("", ended.out());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().endsWith(" (try --help)\n"), ended.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "exec --help", "login 127.0.0.1:1 --help"})
    void run_help_namesEveryCommandOptionAndStatus(String line) {
        Ended ended = run(line);
        assertEquals(0, ended.status());
        for (String each : List.of("login", "exec", "hello", "digest", "md5", "--charset", "--interval", "\n  5  ")) {
            assertTrue(ended.out().contains(each), each);
        }
        assertTrue(ended.out().lines().allMatch(text -> text.length() <= 120), "fits a screen");
    }

    @Test
    void run_version_namesTheProgram() {
        assertTrue(run("--version").out().startsWith("reference-client "));
    }

    @Test
    void run_ipv6Address_isUnderstood() {
        Ended ended = run("exec [::1]:1");
        assertTrue(ended.err().startsWith("exec: cannot connect to "), ended.err());
        assertEquals(3, ended.status());
    }
}
