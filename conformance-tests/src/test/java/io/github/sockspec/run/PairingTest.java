package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.delivery.Sampling;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients with known mistakes against servers with known mistakes: the one at fault is blamed, and nobody else. */
class PairingTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    correct/exec-client;            correct/correct-exec;              requests: both hold, replies: both hold
                    correct/exec-client;            course-exec/course-exec-newline;   requests: server breaks, replies: both hold
                    clients/one-recv-header;        correct/correct-exec;              requests: both hold, replies: client breaks
                    clients/one-recv-header;        course-exec/course-exec-newline;   requests: server breaks, replies: client breaks
                    clients/no-end-check;           correct/correct-exec;              requests: both hold, replies: both hold
                    clients/gbk-per-chunk;          course-exec/course-exec-newline;   requests: server breaks, replies: both hold
                    clients/characters-for-bytes;   correct/correct-exec;              whole: client breaks
                    correct/exec-client;            course-exec/course-exec;           whole: not a pair
                    correct/login-client;           correct/correct-login;             requests: both hold, replies: both hold
                    correct/login-client;           one-recv-login/one-recv-login;     requests: server breaks, replies: both hold
                    clients/one-recv-login-client;  correct/correct-login;             requests: both hold, replies: client breaks
                    clients/one-recv-login-client;  one-recv-login/one-recv-login;     requests: server breaks, replies: client breaks
                    correct/digest-client;          correct/correct-digest;            requests: both hold, replies: both hold
                    """)
    void of_clientAndServer_blamesWhoeverIsWrong(String client, String server, String expected) {
        List<PairResult> results = Pairing.of(Fixture.of(client), Fixture.of(server), Sampling.DEFAULT);
        String found = results.stream()
                .map(result -> result.direction() + ": " + result.cell().replaceAll(" \\(.*", ""))
                .collect(Collectors.joining(", "));
        assertEquals(expected, found, results::toString);
    }
}
