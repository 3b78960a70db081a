package io.github.sockspec.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {
    private static String problem(org.junit.jupiter.api.function.Executable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong).toString();
    }

    @Test
    void of_services_namesThemOnPortsThatTheSystemChooses() {
        ServerOptions options = ServerOptions.of(Service.DIGEST, Service.LOGIN);
        assertEquals(List.of(Service.LOGIN, Service.DIGEST), options.services());
        assertEquals(0, options.number("--login", 1));
    }

    @Test
    void of_defaults_areLoopbackAndLineFeeds() {
        assertTrue(ServerOptions.of().address().isLoopbackAddress());
        assertFalse(ServerOptions.of().endWithPause());
    }

    @Test
    void with_option_leavesTheOriginalAlone() {
        ServerOptions options = ServerOptions.of();
        assertEquals("x", options.withAccounts(Path.of("x")).text("--accounts", ""));
        assertEquals("", options.text("--accounts", ""));
    }

    @Test
    void parse_words_giveWhatTheySay() {
        ServerOptions options = ServerOptions.parse(
                "--exec", "8008", "--allow-remote-exec", "--bind", "0.0.0.0", "--requests", "nothing");
        assertEquals(8008, options.number("--exec", 0));
        assertTrue(options.address().isAnyLocalAddress());
        assertTrue(options.endWithPause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--foo", "login", "-h", "", "--", "--help me"})
    void parse_unknownWord_isNamed(String word) {
        assertTrue(problem(() -> ServerOptions.parse(word, "1")).contains("there is no option \"" + word + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65537", "9999999999", "http", "1.5", " 1"})
    void number_notAllowed_isNamedWithWhatIs(String value) {
        ServerOptions options = ServerOptions.parse("--login", value);
        assertTrue(problem(() -> options.number("--login", 0))
                .endsWith("--login wants a number from 0 to 65536, not \"" + value + "\""));
    }

    @Test
    void endWithPause_otherWord_isRefused() {
        ServerOptions options = ServerOptions.parse("--requests", "crlf");
        assertTrue(problem(options::endWithPause).contains("newline or nothing, not \"crlf\""));
    }

    @Test
    void services_none_isRefused() {
        assertTrue(problem(ServerOptions.of()::services).contains("nothing to serve"));
    }

    @Test
    void address_execForOtherHosts_isRefusedUnlessAllowed() {
        ServerOptions options = ServerOptions.of(Service.EXEC).with("--bind", "0.0.0.0");
        assertTrue(problem(options::address).contains("--allow-remote-exec"));
        assertTrue(options.with("--allow-remote-exec", "").address().isAnyLocalAddress());
        assertTrue(ServerOptions.of(Service.LOGIN)
                .with("--bind", "0.0.0.0")
                .address()
                .isAnyLocalAddress());
    }

    @Test
    void address_unknownHost_isNamed() {
        ServerOptions options = ServerOptions.of().with("--bind", "no such host");
        assertTrue(problem(options::address).contains("\"no such host\""));
    }
}
