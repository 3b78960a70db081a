package io.github.sockspec.truth;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.run.Glob;
import io.github.sockspec.run.Selection;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which peers are judged, and by which cases. */
enum Scope {
    /** The first broken peer of each clause and the right ones of one directory, by the usual cases. */
    QUICK,
    /** Every peer, without the cases that cost much and would show nothing new of it. */
    ALL,
    /** Every peer by every case. */
    THOROUGH;

    /** Where it is set it names the scope: {@code all} or {@code thorough}. */
    static final String PROPERTY = "sockspec.truth";

    private static final String WITNESSES = "correct";

    /** What costs many processes or seconds: only for the clauses that a peer is there for. */
    private static final List<Glob> OWN = globs(
            "*/client/*@fin-at-each-byte",
            "*@200-disconnects",
            "1-gib@*",
            "*@length-2-gib",
            "*large*@whole",
            "*-mib@*",
            "endless-line@whole",
            "exec/server/EXEC-5/multibyte@every-cut",
            "exec/server/EXEC-5/once@every-cut",
            "slow@ended-under-reply",
            "witness@half-close-inside",
            "output-fills-first@whole",
            "EXEC-11",
            "exec/server/EXEC-10/plain@fin-at-each-byte",
            "exec/server/EXEC-15/*");

    /** What costs most, and differs from another case of its clause in how much is tried: for a few peers. */
    private static final List<Glob> WHOLLY = globs(
            "*/client/*@every-cut",
            "*/client/*@rst-at-each-byte",
            "zeros@1-gib",
            "*@sampled",
            "*@resegmented",
            "*@stalled",
            "*@every-composition",
            "2-gib-announced@*",
            "burst@duplicated",
            "burst@reordered",
            "burst@dropped",
            "burst@delayed",
            "burst@truncated",
            "askers@reordered",
            "askers@duplicated",
            "arbitrary@as-sent",
            "many-departed@as-sent",
            "departed@interleaved");

    /** The cases of protocols with programs of their own here; what every protocol owes is shown on those that are written down. */
    static List<Case> cases() {
        return Catalogue.all().stream()
                .filter(each -> Protocol.all().contains(each.clause().protocol()))
                .toList();
    }

    /** The cases that ask what a container can ask alone: they have tests of their own, with containers. */
    static List<String> confined() {
        return Catalogue.all().stream().filter(Case::confined).map(Case::id).toList();
    }

    static Scope asked() {
        return valueOf(System.getProperty(PROPERTY, "quick").toUpperCase(Locale.ROOT));
    }

    /** Those of {@code all} that are judged. */
    List<BrokenPeer> broken(List<BrokenPeer> all) {
        Set<Clause> seen = new TreeSet<>();
        return all.stream()
                .filter(peer -> this != QUICK || seen.add(peer.clause()))
                .toList();
    }

    /** Those of {@code all} that are judged. */
    List<Path> right(List<Path> all) {
        return all.stream()
                .filter(manifest -> this != QUICK || RightPeers.place(manifest).equals(WITNESSES))
                .toList();
    }

    /** For a right peer, of which no clause is more its own than another. */
    Selection ofRight() {
        return without(each -> dear(each.id(), OWN) || dear(each.id(), WHOLLY));
    }

    Selection of(BrokenPeer peer) {
        return without(each -> leavesOut(peer, each.clause(), each.id()));
    }

    /** Whether a case is left out although it might be told of: then it can't be what shows the peer. */
    static boolean leavesOut(BrokenPeer peer, Clause clause, String id) {
        boolean wholly = peer.wholly() && clause.equals(peer.clause());
        return (dear(id, WHOLLY) && !wholly) || (dear(id, OWN) && !peer.fails().contains(clause));
    }

    /** Whether a peer may not have been seen to fail {@code clause} because cases of it were left out. */
    boolean leavesOutSome(BrokenPeer peer, Clause clause) {
        return this != THOROUGH
                && Catalogue.all().stream()
                        .filter(each -> each.clause() == clause)
                        .anyMatch(each -> leavesOut(peer, clause, each.id()));
    }

    /** The same of a right peer. */
    boolean leavesOutSome(Clause clause) {
        return this != THOROUGH
                && Catalogue.all().stream()
                        .filter(each -> each.clause() == clause)
                        .anyMatch(each -> dear(each.id(), OWN) || dear(each.id(), WHOLLY));
    }

    /** What the usual scope leaves out of right peers, and of most broken ones. */
    static List<String> dear() {
        return cases().stream()
                .filter(each -> !each.confined())
                .map(Case::id)
                .filter(id -> dear(id, OWN) || dear(id, WHOLLY))
                .toList();
    }

    private Selection without(Predicate<Case> dear) {
        List<Glob> skip = Catalogue.all().stream()
                .filter(each -> each.confined() || (this != THOROUGH && dear.test(each)))
                .map(each -> new Glob(each.id()))
                .toList();
        return new Selection(List.of(), skip, Optional.empty());
    }

    private static boolean dear(String id, List<Glob> globs) {
        return globs.stream().anyMatch(glob -> glob.matches(id));
    }

    private static List<Glob> globs(String... globs) {
        return Stream.of(globs).map(Glob::new).toList();
    }
}
