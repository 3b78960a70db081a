package io.github.sockspec.suite.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.spec.HelloDialect;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.Role;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Start;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each broken server fails the case that is there for its mistake, with the words that are there for it. */
class BrokenHelloTest {
    @TempDir
    private Path out;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            other_port           | HELLO-1 | plain@as-sent      | the reply came from another port than the one that was asked
            capital              | HELLO-1 | plain@as-sent      | the reply to "hello" is not right
            silent               | HELLO-1 | plain@as-sent      | no reply came: nothing more came for
            every_second         | HELLO-1 | plain@as-sent      | nothing more came for
            short_buffer         | HELLO-1 | plain@as-sent      | no reply came: nothing more came for
            endless              | HELLO-1 | plain@as-sent      | more than one datagram was sent for one that was received
            twice                | HELLO-6 | plain@as-sent      | more than one datagram was sent for one that was received
            joins                | HELLO-2 | repeated@as-sent   | several replies were joined into one datagram
            forgets              | HELLO-2 | burst@as-sent      | of 100 datagrams were not answered: nothing more came for
            remembers            | HELLO-2 | plain@duplicated   | 1 of 2 datagrams were not answered: nothing more came for
            last_asker           | HELLO-3 | askers@interleaved | a reply went to another asker than the one that asked
            dies_of_nothing      | HELLO-4 | empty@as-sent      | after the datagram "", another asker is not served: no reply came: the program has given up its port
            dies_of_size         | HELLO-4 | largest@as-sent    | after a datagram of 65507 bytes, another asker is not served
            dies_of_bytes        | HELLO-4 | arbitrary@as-sent  | another asker is not served: no reply came: the program has given up its port
            dies_of_icmp         | HELLO-5 | departed@as-sent   | after an asker whose port was gone, another asker is not served: no reply came: the program has given up
            amplifies            | HELLO-6 | sizes@as-sent      | more bytes were sent than had been received
            answers_others_twice | HELLO-6 | sizes@as-sent      | more than one datagram was sent for one that was received
            """)
    void brokenServer_failsWithIntendedWords(String way, String clause, String name, String words) throws Exception {
        HelloRun run = HelloRun.of(broken(way), clause + "/" + name, out);
        CaseResult result = run.of(clause + "/" + name);
        assertEquals(Outcome.FAIL, result.outcome(), run::toString);
        assertTrue(result.reason().contains(words), run::toString);
    }

    /** A mistake in one thing is not held against the program in the others. */
    @ParameterizedTest
    @CsvSource({
        "other_port, HELLO-1",
        "capital, HELLO-1",
        "dies_of_nothing, HELLO-4",
        "dies_of_size, HELLO-4",
        "dies_of_icmp, HELLO-5",
        "amplifies, HELLO-6",
        "answers_others_twice, HELLO-6"
    })
    void brokenServer_failsNoOtherClause(String way, String clause) throws Exception {
        HelloRun run = HelloRun.of(broken(way), out);
        assertEquals(List.of(clause), run.failedClauses(), run::toString);
    }

    private static Implementation broken(String way) throws URISyntaxException {
        Path program = Path.of(Objects.requireNonNull(BrokenHelloTest.class.getResource("broken_hello.py"))
                .toURI());
        Start start = new Start.Command(
                List.of("python3", program.toString(), "{host}", "{port}", way),
                Objects.requireNonNull(program.getParent()),
                Map.of(),
                Optional.empty());
        return new Implementation(
                way, Protocol.HELLO, Role.SERVER, start, dialect(way), List.of(), Accounts.FIXTURE, Map.of());
    }

    private static HelloDialect dialect(String way) {
        return way.equals("short_buffer")
                ? new HelloDialect(
                        Bytes.utf8("hello there"),
                        Bytes.utf8("hi"),
                        HelloDialect.Lifetime.MANY,
                        HelloDialect.Answers.EXACT)
                : HelloDialect.REFERENCE;
    }
}
