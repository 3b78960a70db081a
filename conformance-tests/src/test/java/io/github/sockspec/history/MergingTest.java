package io.github.sockspec.history;

import static io.github.sockspec.history.Recalled.CUT;
import static io.github.sockspec.history.Recalled.WHOLE;
import static io.github.sockspec.history.Recalled.fail;
import static io.github.sockspec.history.Recalled.pass;
import static io.github.sockspec.history.Recalled.results;
import static io.github.sockspec.history.Recalled.run;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Fraction;
import io.github.sockspec.run.Place;
import io.github.sockspec.run.Shard;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergingTest {
    private static final List<RecordedCase> ALL = List.of(pass(WHOLE), fail(CUT, "why", "x"));

    /** A shard of a run of {@link #ALL}. */
    private static MergeSource shard(int index, int of) {
        Shard shard = new Shard(index, of);
        RecordedCase[] its = ALL.stream()
                .filter(each -> shard.takes(new Place("mine", each.id())))
                .toArray(RecordedCase[]::new);
        return new MergeSource(
                index + ".json", results("2027-01-0" + index + "T00:00:00Z", shard.toString(), run(its)));
    }

    private static MergeSource whole(String file, String name, RecordedCase... cases) {
        return new MergeSource(file, results(run(name, Map.of(), cases)));
    }

    private static String refusal(MergeSource... sources) {
        return String.valueOf(assertThrows(Unmergeable.class, () -> Merging.of(List.of(sources)))
                .getMessage());
    }

    @Test
    void of_everyShard_isTheWholeRun() {
        RecordedResults merged = Merging.of(List.of(shard(3, 3), shard(1, 3), shard(2, 3)));

        assertEquals(ALL, merged.runs().get(0).cases());
        assertEquals(1, merged.runs().size());
        assertEquals("2027-01-01T00:00:00Z", merged.started());
        assertEquals(new Fraction(0, 1), merged.runs().get(0).grades().get("robust"));
    }

    @Test
    void of_differentPrograms_areBesideEachOther() {
        RecordedResults merged = Merging.of(List.of(whole("a", "a", pass(WHOLE)), whole("b", "b", pass(WHOLE))));

        assertEquals(
                List.of("a", "b"),
                merged.runs().stream().map(each -> each.implementation().name()).toList());
    }

    @Test
    void of_incompleteOrOverlapping_isRefusedInOneLine() {
        assertAll(
                () -> assertEquals(
                        "shard 2/3 is missing, of which 1.json is another", refusal(shard(1, 3), shard(3, 3))),
                () -> assertEquals("shards 1/3, 3/3 are missing, of which 2.json is another", refusal(shard(2, 3))),
                () -> assertEquals(
                        "shard 1/2 is given twice: 1.json and 1.json", refusal(shard(1, 2), shard(1, 2), shard(2, 2))),
                () -> assertEquals(
                        "they are parts of different divisions: 1.json is shard 1/2 and 2.json is shard 2/3",
                        refusal(shard(1, 2), shard(2, 3))),
                () -> assertEquals(
                        "mine is in both a and b",
                        refusal(whole("a", "mine", pass(WHOLE)), whole("b", "mine", pass(CUT)))),
                () -> assertEquals(
                        "mine is in both 1.json and b",
                        refusal(shard(1, 2), shard(2, 2), whole("b", "mine", pass(WHOLE)))));
    }

    @Test
    void of_differentSuiteSeedOrSelection_isRefused() {
        RecordedResults one = results(run(pass(WHOLE)));
        RecordedResults seed =
                new RecordedResults(1, one.suite(), 43, 0, one.runs(), one.options(), List.of(), 0, null, null);
        RecordedResults suite = new RecordedResults(
                1,
                new RecordedResults.Suite("sockspec", "2.0"),
                42,
                0,
                one.runs(),
                one.options(),
                List.of(),
                0,
                null,
                null);
        RecordedResults only = new RecordedResults(
                1,
                one.suite(),
                42,
                0,
                one.runs(),
                Map.of("samples", "256", "only", "[EXEC-5]"),
                List.of(),
                0,
                null,
                null);
        MergeSource first = new MergeSource("a", one);

        assertEquals(
                "they don't belong together: the seed is 42 in a and 43 in b",
                refusal(first, new MergeSource("b", seed)));
        assertEquals(
                "they don't belong together: the suite's version is 1.0 in a and 2.0 in b",
                refusal(first, new MergeSource("b", suite)));
        assertEquals(
                "they don't belong together: --only is [] in a and [EXEC-5] in b",
                refusal(first, new MergeSource("b", only)));
    }

    @Test
    void of_caseOfAnotherShard_isRefused() {
        RecordedCase stray = Stream.of(
                        pass(WHOLE),
                        pass(CUT),
                        pass("exec/server/EXEC-2/stderr@whole"),
                        pass("exec/server/EXEC-3/silent@whole"))
                .filter(each -> !new Shard(1, 2).takes(new Place("mine", each.id())))
                .findFirst()
                .orElseThrow();
        MergeSource wrong = new MergeSource("1.json", results(null, "1/2", run(stray)));

        assertEquals(
                "1.json is shard 1/2, to which mine: " + stray.id() + " does not belong: another suite divided it",
                refusal(wrong, shard(2, 2)));
    }
}
