package io.github.sockspec.report.web;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.report.Compared;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedFact;
import io.github.sockspec.report.RecordedResults;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a results.json holds, made by hand. */
final class Recorded {
    private Recorded() {}

    static RecordedCase failing(String expected, String actual, Bytes received, int wrongAt) {
        return new Case("LOGIN-3", "fail").differing(expected, actual, received, wrongAt);
    }

    /** A case of a login server. */
    record Case(String clause, String verdict) {
        RecordedCase differing(String expected, String actual, Bytes received, int wrongAt) {
            return of(expected, actual, received, wrongAt, null);
        }

        RecordedCase seen(RecordedFact... facts) {
            RecordedCase.Delivered delivered = new RecordedCase.Delivered(
                    List.of(Bytes.hex("63"), Bytes.hex("68656e7c3132330a")),
                    "keep",
                    null,
                    "prompt",
                    null,
                    null,
                    null,
                    List.of(facts),
                    null);
            return of("\"success\"", "\"fail\"", Bytes.utf8("fail"), 0, delivered);
        }

        RecordedCase passing() {
            return of("", "", Bytes.EMPTY, -1, null);
        }

        private RecordedCase of(
                String expected,
                String actual,
                Bytes received,
                int wrongAt,
                RecordedCase.@Nullable Delivered delivered) {
            return new RecordedCase(
                    "login/server/" + clause + "/accepted@every-cut",
                    clause,
                    "MUST",
                    "robust",
                    verdict,
                    "the answer is not right",
                    15,
                    15,
                    verdict.equals("fail") ? 15 : 0,
                    15,
                    delivered,
                    Compared.of(expected, actual, received, wrongAt),
                    "",
                    "./sockspec replay",
                    null,
                    null,
                    12.3);
        }
    }

    static RecordedFact fact(double at, String word, @Nullable String how) {
        return new RecordedFact(at, word, null, null, null, how, null, null);
    }

    static RecordedFact taken(double at, int offset, String how) {
        return new RecordedFact(at, "taken", offset, null, null, how, null, null);
    }

    static RecordedFact bytes(double at, String word, int offset, String text) {
        Bytes bytes = Bytes.utf8(text);
        return new RecordedFact(at, word, offset, bytes.length(), bytes, null, null, null);
    }

    static RecordedResults.Program program(String name) {
        return new RecordedResults.Program(name, "login", "server", "reference", null, null);
    }

    static RecordedResults.Run run(String name, RecordedCase... cases) {
        return new RecordedResults.Run(program(name), Map.of(), List.of(cases), Map.of(), null, 2000, null, null);
    }

    static RecordedResults results(RecordedResults.Run... runs) {
        return new RecordedResults(
                1,
                new RecordedResults.Suite("sockspec", "1"),
                42,
                1,
                List.of(runs),
                Map.of(),
                List.of(),
                10,
                null,
                null);
    }
}
