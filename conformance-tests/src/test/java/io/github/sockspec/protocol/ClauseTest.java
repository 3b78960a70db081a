package io.github.sockspec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClauseTest {
    static List<Clause> all() {
        return Clause.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void clause_isFoundByItsIdAndSaysOneSentence(Clause clause) {
        assertEquals(Optional.of(clause), Clause.of(clause.id()));
        assertTrue(clause.id().startsWith(clause.protocol().word().toUpperCase(java.util.Locale.ROOT) + "-"));
        assertTrue(clause.sentence().matches("(?s)[A-Z].*\\."), clause.sentence());
    }

    @Test
    void role_ofClause_isReadFromItsId() {
        assertEquals(Role.SERVER, Clause.required("EXEC-5").role());
        assertEquals(Role.CLIENT, Clause.required("EXEC-C5").role());
        assertEquals(Role.TOOL, Clause.required("DIGEST-T1").role());
    }

    @Test
    void of_unknownId_isEmpty() {
        assertEquals(Optional.empty(), Clause.of("EXEC-99"));
        assertEquals(Optional.empty(), Clause.of("EXEC_5"));
    }

    @Test
    void all_clauses_areInOrder() {
        assertEquals(Clause.all(), Clause.all().stream().sorted().toList());
        assertEquals(
                Clause.all().size() - 1,
                Clause.position(Clause.all().get(Clause.all().size() - 1).id()));
        assertEquals(Integer.MAX_VALUE, Clause.position("EXEC-99"));
    }
}
