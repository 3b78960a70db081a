package io.github.sockspec.report;

import io.github.sockspec.report.Colour.Shade;
import io.github.sockspec.verdict.Finding;
import java.util.ArrayList;
import java.util.List;

/** One finding for a person at a terminal, as lines: what {@code replay} ends with. */
public final class FindingText {
    private FindingText() {}

    public static List<String> of(Finding finding, Colour paint) {
        if (finding instanceof Finding.Broken broken) {
            List<String> lines = new ArrayList<>();
            lines.addAll(Comparison.of(Compared.of(broken)));
            lines.add(paint.on(Shade.BAD, "STILL FAILS") + "  " + SafeText.line(broken.reason(), 400));
            return lines;
        }
        if (finding instanceof Finding.Undecided undecided) {
            return List.of(paint.on(Shade.DOUBTFUL, "INCONCLUSIVE") + "  " + SafeText.line(undecided.reason(), 400));
        }
        return List.of(paint.on(Shade.GOOD, "HOLDS NOW") + "  every answer is right");
    }
}
