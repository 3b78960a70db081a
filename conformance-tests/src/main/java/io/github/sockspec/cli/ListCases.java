package io.github.sockspec.cli;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the cases, and the clauses that have none. */
@Command(name = "list", sortOptions = false, description = "List the cases there are, and the clauses without one.")
final class ListCases implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Choice choice = new Choice();

    ListCases(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PrintStream out = terminal.out();
        List<Case> cases = choice.cases(List.of());
        StringBuilder lines = new StringBuilder();
        cases.forEach(each -> lines.append(line(each)));
        Set<Clause> bare = choice.everything() ? withoutCase() : Set.of();
        lines.append(cases.size()).append(cases.size() == 1 ? " case\n" : " cases\n");
        if (!bare.isEmpty()) {
            lines.append("\nClauses without a case\n");
            bare.forEach(
                    clause -> lines.append("  ").append(Clauses.line(clause)).append('\n'));
        }
        out.print(lines);
        return 0;
    }

    private static String line(Case each) {
        return "%-58s %-6s %s%n"
                .formatted(
                        each.id(), each.clause().level(), each.clause().grade().word());
    }

    private static Set<Clause> withoutCase() {
        Set<Clause> covered = Catalogue.all().stream().map(Case::clause).collect(Collectors.toCollection(TreeSet::new));
        return Clause.all().stream()
                .filter(clause -> !covered.contains(clause))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
