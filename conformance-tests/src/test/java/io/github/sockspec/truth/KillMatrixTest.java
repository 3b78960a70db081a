package io.github.sockspec.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Level;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole suite over every broken and every right peer: what it says of each is what is known of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrixTest {
    /** A defect is to be seen in a line or two, not looked for. */
    private static final int MOST_LINES = 8;

    private final Scope scope = Scope.asked();
    private final List<BrokenPeer> broken = scope.broken(BrokenPeers.all());
    private final List<Path> right = scope.right(RightPeers.manifests());
    private Matrix matrix;

    @BeforeAll
    void judgeAll(@TempDir Path scratch) throws Exception {
        matrix = Matrix.of(scope, broken, right, scratch);
    }

    List<BrokenPeer> broken() {
        return broken;
    }

    List<Path> right() {
        return right;
    }

    @ParameterizedTest
    @MethodSource("broken")
    void run_brokenPeer_failsItsClauseWithTheIntendedWords(BrokenPeer peer) {
        Outcome outcome = peer.clause().level() == Level.MUST ? Outcome.FAIL : Outcome.WARN;
        Judgement judgement = matrix.broken().get(peer);
        assertTrue(
                judgement.cases(outcome).stream()
                        .anyMatch(each ->
                                each.clause() == peer.clause() && each.reason().contains(peer.says())),
                () -> peer + " must fail " + peer.clause().id() + " and say \"" + peer.says() + "\":\n"
                        + judgement.text());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void run_brokenPeer_failsThatClauseAndItsConsequencesAlone(BrokenPeer peer) {
        Judgement judgement = matrix.broken().get(peer);
        Set<Clause> expected = peer.fails();
        expected.removeIf(clause -> !judgement.fails().contains(clause) && scope.leavesOutSome(peer, clause));
        assertEquals(expected, judgement.fails(), judgement::text);
    }

    @ParameterizedTest
    @MethodSource("right")
    void run_rightPeer_failsNothing(Path manifest) {
        Judgement judgement = matrix.right().get(manifest);
        assertEquals(List.of(), judgement.cases(Outcome.FAIL, Outcome.INCONCLUSIVE), judgement::text);
        Set<Clause> expected = RightPeers.warns(manifest);
        expected.removeIf(clause -> !judgement.fails().contains(clause) && scope.leavesOutSome(clause));
        assertEquals(expected, judgement.fails(), judgement::text);
        assertEquals(List.of(), judgement.results().notes());
        assertTrue(judgement.cases().stream().anyMatch(each -> each.outcome() == Outcome.PASS), judgement::text);
    }

    List<Path> rightServers() {
        return right.stream()
                .filter(manifest -> RightPeers.place(manifest).equals("correct"))
                .filter(manifest -> RightPeers.read(manifest).role() == Role.SERVER)
                .toList();
    }

    /** In the reference dialect everything can be asked, and on the same machine the kernel tells of every cut. */
    @ParameterizedTest
    @MethodSource("rightServers")
    void run_rightServer_everythingAppliesAndEveryCutIsConfirmed(Path manifest) {
        Judgement judgement = matrix.right().get(manifest);
        assertEquals(judgement.cases(), judgement.cases(Outcome.PASS), judgement::text);
        assertTrue(judgement.cases().stream()
                .map(CaseResult::tally)
                .allMatch(tally -> tally.confirmed() == tally.tried() && tally.tried() == tally.planned()));
    }

    /**
     * What the runs gave is written beside the classes; where it differs from the project's page, that page is to be replaced
     * by it, after a look at why.
     */
    @Test
    void truthPage_isWhatTheRunsGave() throws IOException {
        String given = TruthPage.of(matrix);
        Path page = Path.of(System.getProperty("sockspec.home", "..")).resolve("TRUTH.md");
        Path fresh = Files.createDirectories(Path.of("target")).resolve("TRUTH.md");
        Files.writeString(fresh, given);
        String stands = Files.readString(page);
        String difference = page + " is not what the runs gave: see " + fresh.toAbsolutePath();
        switch (scope) {
            case ALL -> assertEquals(TruthPage.withoutChance(given), TruthPage.withoutChance(stands), difference);
            case THOROUGH -> assertEquals(TruthPage.withoutCounts(given), TruthPage.withoutCounts(stands), difference);
            case QUICK -> assertEquals(List.of(), TruthPage.rowsMissing(given, stands), difference);
        }
    }

    /** A case that fails on no broken peer tells nothing from anything: it needs a peer, or has to go. */
    @Test
    void catalogue_everyCase_tellsABrokenPeerFromARightOne() throws IOException {
        List<String> useless = scope == Scope.QUICK
                ? TruthPage.unmentioned(Files.readString(
                        Path.of(System.getProperty("sockspec.home", "..")).resolve("TRUTH.md")))
                : TruthPage.useless(matrix);
        assertEquals(List.of(), useless, "useless cases; -Dsockspec.truth=all tells for certain");
    }

    @Test
    void truthPage_hasARowForEachPeer() throws IOException {
        String page = Files.readString(
                Path.of(System.getProperty("sockspec.home", "..")).resolve("TRUTH.md"));
        assertEquals(
                List.of(),
                Stream.concat(
                                BrokenPeers.all().stream().map(BrokenPeer::name),
                                RightPeers.manifests().stream().map(manifest -> RightPeers.read(manifest)
                                        .name()))
                        .filter(name -> !page.contains("\n| " + name + " |"))
                        .toList());
    }

    @Test
    void brokenPeers_areSmallDifferencesWithNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        BrokenPeers.all().forEach(peer -> {
            assertTrue(names.add(peer.name()), () -> peer + " is there twice");
            assertTrue(peer.lines() <= MOST_LINES, () -> peer + " changes " + peer.lines() + " lines");
            assertTrue(peer.says().length() > 1, () -> peer + " says nothing that could be looked for");
        });
        assertTrue(names.size() >= 80, names::toString);
        RightPeers.manifests()
                .forEach(manifest ->
                        assertTrue(names.add(RightPeers.read(manifest).name()), manifest::toString));
    }

    @Test
    void clauses_allHaveABrokenPeer() {
        Set<Clause> broken = BrokenPeers.all().stream().map(BrokenPeer::clause).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                Clause.all().stream()
                        .filter(clause -> Protocol.all().contains(clause.protocol()))
                        .filter(clause -> !broken.contains(clause))
                        .toList());
    }
}
