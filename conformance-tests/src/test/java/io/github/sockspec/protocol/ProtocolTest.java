package io.github.sockspec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.docs.Generated;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtocolTest {
    @ParameterizedTest
    @MethodSource("io.github.sockspec.protocol.Protocol#all")
    void protocol_isFoundByItsWordAndHasClausesOfEachRole(Protocol protocol) {
        assertSame(protocol, Protocol.required(protocol.word()));
        List<Role> roles = Arrays.stream(Role.values())
                .filter(role -> !Clause.of(protocol, role).isEmpty())
                .toList();
        assertEquals(protocol.roles(), roles);
        assertEquals(protocol.control(), Protocol.required(protocol.control()).word());
    }

    @ParameterizedTest
    @MethodSource("io.github.sockspec.protocol.Protocol#all")
    void programs_areSaidForEachValueOfTheKeyTheyGoBy(Protocol protocol) {
        Programs programs = protocol.programs();
        assertEquals(Set.copyOf(protocol.roles()), programs.reference().keySet());
        programs.reference().values().forEach(words -> requireEachValue(protocol, words));
        requireEachValue(protocol, programs.pair());
    }

    private static void requireEachValue(Protocol protocol, ByDialect<?> said) {
        if (said instanceof ByDialect.ByKey<?> byKey) {
            DialectKey key = DialectKeys.of(protocol).keys().get(byKey.key());
            DialectKey.Words words = assertInstanceOf(DialectKey.Words.class, key.values());
            assertEquals(Set.copyOf(words.words()), byKey.values().keySet());
        }
    }

    @Test
    void besideClients_hasAReferenceServer() {
        assertTrue(Protocol.besideClients().programs().reference().containsKey(Role.SERVER));
    }

    @Test
    void all_hasEveryDirectoryOfTheFixtures() {
        File[] directories =
                Generated.HOME.resolve("fixtures/protocols").toFile().listFiles(File::isDirectory);
        assertEquals(
                Arrays.stream(Objects.requireNonNull(directories))
                        .map(File::getName)
                        .sorted()
                        .toList(),
                Protocol.withClauses().stream().map(Protocol::word).sorted().toList());
    }

    @Test
    void required_unknownWord_namesThoseThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Protocol.required("gopher"))
                .getMessage();
        assertEquals("there is no protocol \"gopher\"; allowed: login, exec, hello, digest", message);
    }
}
