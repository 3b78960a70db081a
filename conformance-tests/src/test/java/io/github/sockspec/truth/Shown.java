package io.github.sockspec.truth;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.SmallestFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The simplest case that showed a broken peer: the one whose smallest delivery has the fewest writes, then bytes. */
record Shown(CaseResult result) {
    private static final int LONGEST_WRITE = 24;
    private static final int MOST_WRITES = 4;

    /** The simplest of those by which a peer is judged in every scope, and that say the intended words. */
    static Optional<Shown> of(BrokenPeer peer, Judgement judgement) {
        return judgement.broken().stream()
                .filter(each -> each.clause() == peer.clause() && each.reason().contains(peer.says()))
                .filter(each -> !Scope.leavesOut(peer, each.clause(), each.id()))
                .min(Comparator.comparingInt(Shown::writes)
                        .thenComparingInt(Shown::octets)
                        .thenComparing(CaseResult::id))
                .map(Shown::new);
    }

    private static int writes(CaseResult result) {
        return result.smallest().map(each -> each.writes().size()).orElse(Integer.MAX_VALUE);
    }

    private static int octets(CaseResult result) {
        return result.smallest().map(SmallestFailure::writes).orElse(List.of()).stream()
                .mapToInt(Bytes::length)
                .sum();
    }

    /** {@code conversation@delivery}. */
    String name() {
        return result.id().substring(result.id().lastIndexOf('/') + 1);
    }

    /** The writes, and how they end; empty where a case shows more than one delivery can. */
    String delivery() {
        return result.smallest().map(Shown::drawn).orElse("");
    }

    private static String drawn(SmallestFailure smallest) {
        String writes = smallest.writes().stream()
                .limit(MOST_WRITES)
                .map(each -> each.rendered(LONGEST_WRITE))
                .collect(Collectors.joining(" ┆ "));
        int more = smallest.writes().size() - MOST_WRITES;
        return writes
                + (more > 0 ? " ┆ … " + more + " more writes" : "")
                + (smallest.end().equals("keep")
                        ? ""
                        : " then " + smallest.end().toUpperCase(Locale.ROOT))
                + (smallest.pace().equals("prompt") ? "" : ", " + smallest.pace());
    }
}
