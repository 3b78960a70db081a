package io.github.sockspec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sockspec.yaml.InvalidYaml;
import io.github.sockspec.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClausesFileTest {
    private static List<Clause> read(String yaml) throws IOException {
        YamlText.Kind kind = new YamlText.Kind("file", "a clause");
        return Clause.Read.read(YamlText.parse(Path.of("clauses.yaml"), kind, yaml), Protocol.required("exec"));
    }

    @Test
    void read_clauses_areInTheFilesOrder() throws IOException {
        String rest = ": {level: SHOULD, grade: bounded, sentence: 'Says `this`.'";
        List<Clause> read = read("EXEC-2" + rest + "}\nEXEC-C1" + rest + ", unjudged: too dear}\n");

        assertEquals(List.of("EXEC-2", "EXEC-C1"), read.stream().map(Clause::id).toList());
        Clause client = read.get(1);
        assertEquals(
                new Clause(
                        "EXEC-C1",
                        Level.SHOULD,
                        Grade.BOUNDED,
                        "Says this.",
                        Protocol.required("exec"),
                        Role.CLIENT,
                        Optional.of("too dear")),
                client);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            EXEC-1: {level: MOST, grade: bounded, sentence: S.} ~ clauses.yaml:2: unknown value "MOST"; did you mean "MUST"? allowed: MUST, SHOULD, MAY (for level)
            EXEC-1: {level: MUST, grade: bounds, sentence: S.} ~ clauses.yaml:2: unknown value "bounds"; did you mean "bounded"? allowed: interoperates, robust, survives, bounded (for grade)
            EXEC-1: {level: MUST, grades: bounded, sentence: S.} ~ clauses.yaml:2: unknown key "grades"; did you mean "grade"? allowed: level, grade, sentence, unjudged
            EXEC-1: {level: MUST, grade: bounded} ~ clauses.yaml:2: EXEC-1 has no "sentence"
            LOGIN-1: {level: MUST, grade: bounded, sentence: S.} ~ clauses.yaml:2: a clause of exec is called like EXEC-1, EXEC-C1 (of a client) or EXEC-T1 (of a tool), not LOGIN-1
            EXEC-9: {level: MUST, grade: bounded, sentence: S.} ~ clauses.yaml:2: the key "EXEC-9" is there twice
            """)
    void read_clauseWithAMistake_isNamedByLine(String second, String message) {
        String first = "EXEC-9: {level: MUST, grade: bounded, sentence: S.}\n";
        InvalidYaml wrong = assertThrows(InvalidYaml.class, () -> read(first + second));
        assertEquals(message, wrong.getMessage());
    }
}
