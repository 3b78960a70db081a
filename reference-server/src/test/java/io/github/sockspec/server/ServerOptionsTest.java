package io.github.sockspec.server;

import static io.github.sockspec.server.ServerOptions.of;
import static io.github.sockspec.server.ServerOptions.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOptionsTest {
    private static String problem(org.junit.jupiter.api.function.Executable wrong) {
        return assertThrows(IllegalArgumentException.class, wrong).toString();
    }

    @Test
    void of_services_namesThemOnPortsThatTheSystemChooses() {
        ServerOptions options = of(Service.DIGEST, Service.LOGIN);
        assertEquals(List.of(Service.LOGIN, Service.DIGEST), options.services());
        assertEquals(0, options.number("--login", 1));
    }

    @Test
    void of_defaults_areLoopbackAndLineFeeds() {
        assertTrue(of(Service.LOGIN).address(Service.LOGIN).getAddress().isLoopbackAddress());
        assertEquals(Requests.End.LINE_FEED, of().requestEnd());
    }

    @Test
    void with_option_leavesTheOriginalAlone() {
        ServerOptions options = of();
        assertEquals(
                Map.of("--accounts", "x"), options.withAccounts(Path.of("x")).given());
        assertEquals(Map.of(), options.given());
    }

    @Test
    void parse_words_giveWhatTheySay() {
        ServerOptions options =
                parse("--exec", "8008", "--allow-remote-exec", "--bind", "0.0.0.0", "--requests", "nothing");
        assertEquals(8008, options.address(Service.EXEC).getPort());
        assertTrue(options.address(Service.EXEC).getAddress().isAnyLocalAddress());
        assertEquals(Requests.End.PAUSE, options.requestEnd());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--foo", "login", "-h", "", "--", "--help me"})
    void parse_unknownWord_isNamed(String word) {
        assertTrue(problem(() -> parse(word, "1")).contains("there is no option \"" + word + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "65537", "9999999999", "http", "1.5", " 1"})
    void parse_numberThatIsNotAllowed_isNamedWithWhatIs(String value) {
        for (String option : List.of("--login", "--max-login-line", "--max-command", "--idle-timeout")) {
            assertTrue(problem(() -> parse(option, value))
                    .endsWith(option + " wants a number from 0 to 65536, not \"" + value + "\""));
        }
    }

    @Test
    void parse_otherEndOfRequests_isRefused() {
        assertTrue(problem(() -> parse("--requests", "crlf")).contains("newline or nothing, not \"crlf\""));
    }

    @Test
    void services_none_isRefused() {
        assertTrue(problem(of()::services).contains("nothing to serve"));
    }

    @Test
    void address_execForOtherHosts_isRefusedUnlessAllowed() {
        ServerOptions options = of(Service.EXEC, Service.LOGIN).with("--bind", "0.0.0.0");
        assertTrue(problem(() -> options.address(Service.EXEC)).contains("--allow-remote-exec"));
        assertTrue(options.address(Service.LOGIN).getAddress().isAnyLocalAddress());
        ServerOptions allowed = options.with("--allow-remote-exec", "");
        assertTrue(allowed.address(Service.EXEC).getAddress().isAnyLocalAddress());
    }

    @Test
    void address_unknownHost_isNamed() {
        ServerOptions options = of().with("--bind", "no such host");
        assertTrue(problem(() -> options.address(Service.LOGIN)).contains("\"no such host\""));
    }
}
