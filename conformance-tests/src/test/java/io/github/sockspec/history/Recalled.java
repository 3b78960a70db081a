package io.github.sockspec.history;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.report.Compared;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Fraction;
import io.github.sockspec.report.RecordedResults.Program;
import io.github.sockspec.report.RecordedResults.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recorded results made by hand, for the tests of what is made of them. */
final class Recalled {
    static final String WHOLE = "exec/server/EXEC-1/echo@whole";
    static final String CUT = "exec/server/EXEC-5/echo@every-cut";

    private Recalled() {}

    static RecordedCase pass(String id) {
        return found(id, "pass", "", "", "");
    }

    /** A case in which one delivery failed. */
    static RecordedCase fail(String id, String reason, String actual) {
        return found(id, "fail", reason, "\"hi\"", actual);
    }

    static RecordedCase found(String id, String verdict, String reason, String expected, String actual) {
        return new RecordedCase(
                id,
                id.split("/", -1)[2],
                "MUST",
                "robust",
                verdict,
                reason,
                1,
                1,
                verdict.equals("fail") ? 1 : 0,
                1,
                null,
                Compared.of(expected, actual, null, -1),
                "",
                null,
                null,
                null,
                1.0);
    }

    static RecordedCase several(RecordedCase one, String actual) {
        return new RecordedCase(
                one.id(),
                one.clause(),
                one.level(),
                one.grade(),
                one.verdict(),
                one.reason(),
                9,
                9,
                7,
                9,
                new RecordedCase.Delivered(
                        List.of(Bytes.hex("6869"), Bytes.hex("0a")),
                        "keep",
                        null,
                        "prompt",
                        null,
                        null,
                        null,
                        List.of(),
                        null),
                Compared.of(one.compared().expected(), actual, null, -1),
                "",
                null,
                null,
                null,
                1.0);
    }

    static Run run(String name, Map<String, String> files, RecordedCase... cases) {
        long held = List.of(cases).stream()
                .filter(each -> each.verdict().equals("pass"))
                .count();
        return new Run(
                new Program(name, "exec", "server", "reference", null, files),
                Map.of("robust", new Fraction((int) held, cases.length)),
                List.of(cases),
                Map.of(),
                null,
                300,
                null,
                null);
    }

    static Run run(RecordedCase... cases) {
        return run("mine", Map.of("server.py", "00"), cases);
    }

    static RecordedResults results(Run... runs) {
        return results(null, null, runs);
    }

    static RecordedResults results(@Nullable String started, @Nullable String shard, Run... runs) {
        return new RecordedResults(
                1,
                new RecordedResults.Suite("sockspec", "1.0"),
                42,
                0,
                List.of(runs),
                Map.of("samples", "256", "only", "[]", "skip", "[]", "grade", "all"),
                List.of(),
                10,
                started,
                shard);
    }
}
