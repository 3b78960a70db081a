package io.github.sockspec.history;

import io.github.sockspec.report.RecordedCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what changed between the cases of one program then and now. */
final class Changes {
    private static final Set<String> BAD = Set.of("fail", "warn");

    private Changes() {}

    /** The changes, in the order of the cases' names. */
    static List<Change> of(String implementation, List<RecordedCase> before, List<RecordedCase> after) {
        Map<String, RecordedCase> then = byId(before);
        Map<String, RecordedCase> now = byId(after);
        Set<String> ids = new TreeSet<>(then.keySet());
        ids.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String id : ids) {
            RecordedCase was = judged(then.get(id));
            RecordedCase is = judged(now.get(id));
            kind(was, is).ifPresent(kind -> changes.add(new Change(kind, implementation, was, is)));
        }
        return changes;
    }

    private static Map<String, RecordedCase> byId(List<RecordedCase> cases) {
        Map<String, RecordedCase> byId = new LinkedHashMap<>();
        cases.forEach(each -> byId.put(each.id(), each));
        return byId;
    }

    /** A case that does not apply was not judged. */
    private static @Nullable RecordedCase judged(@Nullable RecordedCase found) {
        return found == null || found.verdict().equals("not-applicable") ? null : found;
    }

    private static Optional<Change.Kind> kind(@Nullable RecordedCase was, @Nullable RecordedCase is) {
        if (was == null && is == null) {
            return Optional.empty();
        }
        if (was == null || is == null) {
            return Optional.of(was == null ? Change.Kind.NEW : Change.Kind.GONE);
        }
        boolean bad = BAD.contains(is.verdict());
        boolean wasBad = BAD.contains(was.verdict());
        if (bad && wasBad) {
            boolean alike =
                    was.verdict().equals(is.verdict()) && FailureManner.of(was).like(FailureManner.of(is));
            return alike ? Optional.empty() : Optional.of(Change.Kind.CHANGED);
        }
        if (was.verdict().equals(is.verdict())) {
            return Optional.empty();
        }
        if (was.verdict().equals("pass")) {
            return Optional.of(bad ? Change.Kind.BROKEN : Change.Kind.LOST);
        }
        return Optional.of(wasBad && is.verdict().equals("pass") ? Change.Kind.FIXED : Change.Kind.SHOWN);
    }
}
