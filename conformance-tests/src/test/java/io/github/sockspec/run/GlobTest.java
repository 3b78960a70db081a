package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.delivery.Family;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    private static final String ID = "exec/server/EXEC-1/echo@every-cut";

    @ParameterizedTest
    @CsvSource({
        "EXEC-1,true",
        "EXEC-10,false",
        "EXEC,false",
        "EXEC-*,true",
        "EXEC-?,true",
        "exec,true",
        "echo,true",
        "every-cut,true",
        "echo@every-cut,true",
        "*@every-*,true",
        "exec/*,true",
        "*/EXEC-1/*,true",
        "exec/server/EXEC-1/echo@every-cut,true",
        "server/EXEC-1/*,false",
        "login/*,false",
        "*,true",
        "ec.o,false",
        "'',false"
    })
    void matches_pattern_asDocumented(String glob, boolean matches) {
        assertEquals(matches, new Glob(glob).matches(ID));
    }

    private static List<String> selected(Selection selection) {
        return selection.of(Catalogue.all()).stream().map(Case::id).toList();
    }

    @Test
    void selection_onlyAndSkip_bothApply() {
        Selection selection = new Selection(
                List.of(new Glob("EXEC-5"), new Glob("EXEC-6")), List.of(new Glob("*stalled")), Optional.empty());
        List<String> ids = selected(selection);
        assertTrue(ids.contains("exec/server/EXEC-6/two@joined"));
        assertTrue(ids.stream().allMatch(id -> id.contains("/EXEC-5/") || id.contains("/EXEC-6/")), ids.toString());
        assertTrue(ids.stream().noneMatch(id -> id.endsWith(Family.STALLED.word())), ids.toString());
    }

    @Test
    void selection_grade_leavesThatGradeOnly() {
        List<Case> bounded = new Selection(List.of(), List.of(), Optional.of(Grade.BOUNDED)).of(Catalogue.all());
        assertTrue(!bounded.isEmpty()
                && bounded.stream().allMatch(each -> each.clause().grade() == Grade.BOUNDED));
    }

    @Test
    void selection_all_isTheCatalogue() {
        assertEquals(Catalogue.all(), Selection.ALL.of(Catalogue.all()));
    }

    @Test
    void useless_patternsThatMatchNothing_areNamed() {
        Selection selection = new Selection(
                List.of(new Glob("EXEC-5"), new Glob("EXEC-99")), List.of(new Glob("nonsense")), Optional.empty());
        assertEquals(List.of(new Glob("EXEC-99"), new Glob("nonsense")), selection.useless(Catalogue.all()));
    }
}
