package io.github.sockspec.report.web;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.report.ClauseOrder;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * One clause, judged on one program.
 *
 * @param anchor where links lead
 * @param id the published identifier
 * @param level MUST, SHOULD or MAY
 * @param grade the grade's word
 * @param sentence what it asks; empty for a clause that this release doesn't know
 * @param mark the worst of its cases
 * @param counts its cases by verdict, in words
 * @param cases the worst first
 */
record ClauseView(
        String anchor,
        String id,
        String level,
        String grade,
        String sentence,
        Mark mark,
        String counts,
        List<CaseView> cases) {

    /** The clauses of a run in the order of PROTOCOL.md; those it doesn't have come last. */
    static List<ClauseView> of(String anchor, RecordedResults.Run run, PageContext around) {
        Map<String, List<CaseView>> views = new LinkedHashMap<>();
        Map<String, RecordedCase> first = new TreeMap<>(ClauseOrder.BY_ID);
        for (int index = 0; index < run.cases().size(); index++) {
            RecordedCase each = run.cases().get(index);
            first.putIfAbsent(each.clause(), each);
            views.computeIfAbsent(each.clause(), id -> new ArrayList<>())
                    .add(CaseView.of(anchor + "c" + index, each, run.implementation(), around));
        }
        List<RecordedCase> named = List.copyOf(first.values());
        return IntStream.range(0, named.size())
                .mapToObj(index -> of(anchor + "k" + index, named.get(index), views))
                .toList();
    }

    private static ClauseView of(String anchor, RecordedCase named, Map<String, List<CaseView>> views) {
        List<CaseView> cases = views.getOrDefault(named.clause(), List.of()).stream()
                .sorted(Comparator.comparingInt(view -> Mark.all().indexOf(view.mark())))
                .toList();
        List<Mark> marks = cases.stream().map(CaseView::mark).toList();
        return new ClauseView(
                anchor,
                named.clause(),
                named.level(),
                named.grade(),
                Clause.of(named.clause()).map(Clause::sentence).orElse(""),
                Mark.worst(marks),
                Mark.words(marks),
                cases);
    }
}
