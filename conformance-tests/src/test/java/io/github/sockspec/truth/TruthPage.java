package io.github.sockspec.truth;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.suite.Case;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code TRUTH.md}: what the runs over all known peers gave. */
final class TruthPage {
    private final Matrix matrix;
    private final StringBuilder page = new StringBuilder();

    private TruthPage(Matrix matrix) {
        this.matrix = matrix;
    }

    static String of(Matrix matrix) {
        return new TruthPage(matrix).write();
    }

    private String write() {
        line("# Are the verdicts right?");
        line("");
        line("A conformance suite is worth what its verdicts are worth. So this one is run over "
                + matrix.broken().size() + " programs that break one clause each");
        line("and " + matrix.right().size() + " that break none, and has to say exactly that. "
                + "A test does it and compares this page with what came out;");
        line("nobody writes it by hand. How a peer is added: [CONTRIBUTING.md](CONTRIBUTING.md).");
        line("");
        line("Every broken peer is a right program with a difference of a line or a few, under");
        line(
                "[fixtures/implementations/broken](fixtures/implementations/broken). It must fail the clause it is there for, with the words"
                        + " that are");
        line(
                "there for its mistake, and no other clause but those that its own file names, each with the reason. Each of the "
                        + (Scope.cases().size() - Scope.confined().size()) + " cases of the");
        line(
                "suite fails on at least one of them: none is there for nothing. The delivery is the smallest that the run that wrote this page");
        line("came to; where several are as small, another run may come to another.");
        summary();
        for (Protocol protocol : Protocol.all()) {
            for (Role role : Role.values()) {
                section(protocol, role);
            }
        }
        alarms();
        witnesses();
        leftOut();
        return page.toString();
    }

    private void summary() {
        line("");
        line("| | broken peers | clauses | right peers | clauses failed by a right peer |");
        line("| --- | --- | --- | --- | --- |");
        for (Protocol protocol : Protocol.all()) {
            for (Role role : Role.values()) {
                List<Clause> clauses = clauses(protocol, role);
                if (!clauses.isEmpty()) {
                    List<Judgement> right = right(protocol, role);
                    row(
                            protocol.word() + " " + role.word(),
                            String.valueOf(peers(protocol, role).size()),
                            String.valueOf(clauses.size()),
                            String.valueOf(right.size()),
                            String.valueOf(right.stream()
                                    .mapToInt(each -> each.fails().size())
                                    .sum()));
                }
            }
        }
    }

    private static List<Clause> clauses(Protocol protocol, Role role) {
        return Clause.all().stream()
                .filter(each -> each.protocol().equals(protocol) && each.role() == role)
                .toList();
    }

    private List<BrokenPeer> peers(Protocol protocol, Role role) {
        return matrix.broken().keySet().stream()
                .filter(each -> each.clause().protocol().equals(protocol)
                        && each.clause().role() == role)
                .sorted(Comparator.comparing(BrokenPeer::clause))
                .toList();
    }

    private List<Judgement> right(Protocol protocol, Role role) {
        return matrix.right().values().stream()
                .filter(each ->
                        each.peer().protocol().equals(protocol) && each.peer().role() == role)
                .toList();
    }

    private void section(Protocol protocol, Role role) {
        List<Clause> clauses = clauses(protocol, role);
        List<BrokenPeer> peers = peers(protocol, role);
        if (clauses.isEmpty()) {
            return;
        }
        line("");
        line("## " + protocol.word() + ", " + role.word());
        line("");
        line("● fails what it is there for · ○ fails it by the same mistake · empty: no failure");
        line("");
        String prefix = protocol.word().toUpperCase(java.util.Locale.ROOT) + "-";
        row("peer", clauses.stream().map(each -> each.id().replace(prefix, "")).toArray(String[]::new));
        row("---", clauses.stream().map(each -> "---").toArray(String[]::new));
        peers.forEach(peer ->
                row(peer.name(), clauses.stream().map(each -> mark(peer, each)).toArray(String[]::new)));
        line("");
        row("peer", "clause", "seen in real programs", "shown by", "smallest delivery", "what was found");
        row("---", "---", "---", "---", "---", "---");
        peers.forEach(this::details);
    }

    private static String mark(BrokenPeer peer, Clause clause) {
        if (!peer.fails().contains(clause)) {
            return "";
        }
        return clause == peer.clause() ? "●" : "○";
    }

    private void details(BrokenPeer peer) {
        Shown shown = Shown.of(peer, matrix.broken().get(peer)).orElse(null);
        row(
                peer.name(),
                peer.clause().id(),
                plain(peer.seen()),
                shown == null ? "nothing" : shown.name(),
                shown == null || shown.delivery().isEmpty() ? "" : code(shown.delivery()),
                "… " + plain(peer.says()) + " …");
    }

    private void alarms() {
        line("");
        line("## Right peers");
        line("");
        line(
                "Independent programs in several languages, all of them right, with whatever the protocols allow to differ.");
        line(
                "The cases are those that are run over each peer, see below; not applicable is what a peer's dialect has no way to say.");
        line("");
        row(
                "peer",
                "in",
                "role",
                "cases that held",
                "not applicable",
                "MUSTs failed",
                "SHOULDs not held",
                "inconclusive");
        row("---", "---", "---", "---", "---", "---", "---", "---");
        for (Map.Entry<Path, Judgement> each : matrix.right().entrySet()) {
            Judgement judgement = each.getValue();
            row(
                    judgement.peer().name(),
                    RightPeers.place(each.getKey()),
                    judgement.peer().protocol().word() + " "
                            + judgement.peer().role().word(),
                    count(judgement, Outcome.PASS),
                    count(judgement, Outcome.NOT_APPLICABLE),
                    count(judgement, Outcome.FAIL),
                    count(judgement, Outcome.WARN),
                    count(judgement, Outcome.INCONCLUSIVE));
        }
    }

    private static String count(Judgement judgement, Outcome outcome) {
        return String.valueOf(judgement.cases(outcome).size());
    }

    /** For each case one peer that it tells from a right one. */
    private void witnesses() {
        line("");
        line("## Cases, each with one peer that fails it");
        line("");
        row("case", "fails, among others");
        row("---", "---");
        cases().forEach(id -> row(
                code(id),
                matrix.broken().entrySet().stream()
                        .filter(each -> fails(each.getValue(), id) && mayShow(each.getKey(), id))
                        .map(each -> each.getKey().name())
                        .findFirst()
                        .orElse("nobody")));
    }

    private static boolean fails(Judgement judgement, String id) {
        return judgement.broken().stream().anyMatch(each -> each.id().equals(id));
    }

    /** Whether the peer is judged by that case in every scope that judges the peer. */
    private static boolean mayShow(BrokenPeer peer, String id) {
        return Scope.cases().stream()
                .filter(each -> each.id().equals(id))
                .noneMatch(each -> Scope.leavesOut(peer, each.clause(), id));
    }

    private static List<String> cases() {
        return Scope.cases().stream()
                .filter(each -> !each.confined())
                .map(Case::id)
                .toList();
    }

    private void leftOut() {
        line("");
        line("## What is left out");
        line("");
        line(
                "This page is what `mvn verify -Dsockspec.truth=all` gives: every peer, as the gate runs it. Without the property the first");
        line("broken peer of each clause and the right ones of `correct/` are run, and their rows compared.");
        line("");
        line(
                "The following cases cost much. They are run over broken peers that are there for their clause, and the dearest of them over a");
        line(
                "few of those. `-Dsockspec.truth=thorough` runs every case over every peer; the verdicts have to be the same.");
        list(Scope.dear());
        line("");
        line("What only a container can ask has tests of its own, with containers, and is not in these tables:");
        list(Scope.confined());
    }

    private void list(List<String> cases) {
        line("");
        line(cases.stream()
                .map(id -> id.substring(id.indexOf('/', id.indexOf('/') + 1) + 1))
                .map(TruthPage::code)
                .collect(Collectors.joining(",\n")));
    }

    /**
     * {@code page} without what is chance: which case showed a peer first, and by which of several deliveries that are as small.
     * What must be shown is asked of the verdicts themselves.
     */
    static String withoutChance(String page) {
        return page.replaceAll("(?m)^(\\| [^|]* \\| [A-Z]+-\\w+ \\| (?:[^|]|(?<=\\\\)\\|)* \\|).*(\\| … .*)$", "$1$2")
                .replaceAll("(?m)^(\\| `[a-z]+/.*` \\|) (?!nobody).*$", "$1");
    }

    /** {@code page} without the numbers of the table of right peers, of which a thorough run gives more. */
    static String withoutCounts(String page) {
        String[] parts = withoutChance(page).split("## Right peers", 2);
        return parts.length < 2 ? page : parts[0] + "## Right peers" + parts[1].replaceAll("\\| \\d+ ", "| n ");
    }

    private static String plain(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*");
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|").replace("`", "'") + "`";
    }

    private void row(String first, String... cells) {
        line("| " + first + " | " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    /** The cases that told no broken peer from a right one. */
    static List<String> useless(Matrix matrix) {
        return cases().stream()
                .filter(id -> matrix.broken().values().stream().noneMatch(each -> fails(each, id)))
                .toList();
    }

    /** The cases of which {@code page} names no peer that fails them. */
    static List<String> unmentioned(String page) {
        return cases().stream()
                .filter(id ->
                        !page.contains("\n| " + code(id) + " | ") || page.contains("| " + code(id) + " | nobody |"))
                .toList();
    }

    /** The rows on single peers in {@code given} that {@code page} has not. */
    static List<String> rowsMissing(String given, String page) {
        Set<String> rows = withoutChance(page).lines().collect(Collectors.toSet());
        String peers = withoutChance(given);
        peers = peers.substring(peers.indexOf("\n## "), peers.indexOf("\n## Cases"));
        return peers.lines()
                .filter(row -> row.startsWith("| ") && !rows.contains(row))
                .toList();
    }
}
