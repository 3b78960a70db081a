package io.github.sockspec.run;

import io.github.sockspec.protocol.Grade;
import io.github.sockspec.suite.Case;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which cases are asked for.
 *
 * @param only patterns of which one must match; none means every case
 * @param skip patterns of which none may match
 * @param grade the only grade asked for, if any
 */
public record Selection(List<Glob> only, List<Glob> skip, Optional<Grade> grade) {
    /** Every case. */
    public static final Selection ALL = new Selection(List.of(), List.of(), Optional.empty());

    public Selection {
        only = List.copyOf(only);
        skip = List.copyOf(skip);
    }

    /** The cases of {@code all} that are asked for. */
    public List<Case> of(List<Case> all) {
        return all.stream().filter(this::takes).toList();
    }

    private boolean takes(Case each) {
        return (only.isEmpty() || only.stream().anyMatch(glob -> glob.matches(each.id())))
                && skip.stream().noneMatch(glob -> glob.matches(each.id()))
                && grade.map(wanted -> each.clause().grade() == wanted).orElse(true);
    }

    /** The patterns that match none of {@code all}: mistakes, or leftovers. */
    public List<Glob> useless(List<Case> all) {
        return Stream.concat(only.stream(), skip.stream())
                .filter(glob -> all.stream().noneMatch(each -> glob.matches(each.id())))
                .toList();
    }
}
