package io.github.sockspec.report.web;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the list of clauses can be narrowed by: only what occurs in it.
 *
 * @param total how many cases there are
 * @param verdicts each with its number
 * @param choices grade, level, protocol and program, where there is a choice
 */
record Filter(int total, List<Mark.Count> verdicts, List<Choice> choices) {
    /** One menu. */
    record Choice(String name, String label, List<Option> options) {}

    /** One line of a menu. */
    record Option(String value, String label) {}

    static Filter of(List<ProgramView> programs) {
        List<Mark> marks = clauses(programs)
                .flatMap(clause -> clause.cases().stream())
                .map(CaseView::mark)
                .toList();
        Stream<Choice> choices = Stream.of(
                choice("grade", "Grade", clauses(programs).map(ClauseView::grade)),
                choice("level", "Level", clauses(programs).map(ClauseView::level)),
                choice("protocol", "Protocol", programs.stream().map(ProgramView::protocol)),
                new Choice(
                        "program",
                        "Program",
                        programs.stream()
                                .map(program -> new Option(program.anchor(), program.name()))
                                .toList()));
        return new Filter(
                marks.size(),
                Mark.counted(marks).stream().filter(Mark.Count::some).toList(),
                choices.filter(choice -> choice.options().size() > 1).toList());
    }

    private static Stream<ClauseView> clauses(List<ProgramView> programs) {
        return programs.stream().map(ProgramView::clauses).flatMap(List::stream);
    }

    private static Choice choice(String name, String label, Stream<String> values) {
        Function<String, Option> option = value -> new Option(value, value);
        return new Choice(name, label, values.distinct().map(option).toList());
    }
}
