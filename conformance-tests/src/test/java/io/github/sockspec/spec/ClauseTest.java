package io.github.sockspec.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClauseTest {
    @ParameterizedTest
    @EnumSource(Clause.class)
    void clause_isFoundByItsIdAndSaysOneSentence(Clause clause) {
        assertEquals(Optional.of(clause), Clause.of(clause.id()));
        assertTrue(clause.id().startsWith(clause.protocol().name() + "-"));
        assertTrue(clause.sentence().matches("(?s)[A-Z].*\\."), clause.sentence());
    }

    @Test
    void role_ofClause_isReadFromItsId() {
        assertEquals(Role.SERVER, Clause.EXEC_5.role());
        assertEquals(Role.CLIENT, Clause.EXEC_C5.role());
        assertEquals(Role.TOOL, Clause.DIGEST_T1.role());
    }

    @Test
    void of_unknownId_isEmpty() {
        assertEquals(Optional.empty(), Clause.of("EXEC-99"));
        assertEquals(Optional.empty(), Clause.of("EXEC_5"));
    }
}
