package io.github.sockspec.truth;

import io.github.sockspec.run.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The suite's judgements on all peers that are known to be right or broken.
 *
 * @param scope by which cases they were judged
 * @param broken what was found out about each broken peer
 * @param right what was found out about each right one, by its manifest
 */
record Matrix(Scope scope, Map<BrokenPeer, Judgement> broken, Map<Path, Judgement> right) {
    /** Peers that are judged side by side: what is silent costs time, not work. */
    private static final int SIDE_BY_SIDE =
            Integer.getInteger("sockspec.truth.peers", 4 * Runtime.getRuntime().availableProcessors());

    /**
     * Judges {@code broken} and the programs of the manifests {@code right}; what runs write goes below {@code scratch}. Where
     * the suite says that it could say nothing because the machine was too slow, as it may be with several peers side by side,
     * the peer is judged again by itself; where the suite says anything else, that counts.
     */
    static Matrix of(Scope scope, List<BrokenPeer> broken, List<Path> right, Path scratch)
            throws IOException, InterruptedException {
        Map<BrokenPeer, Callable<Judgement>> ofBroken = new LinkedHashMap<>();
        for (BrokenPeer peer : broken) {
            Path place = Files.createDirectories(scratch.resolve(peer.name()));
            Path manifest = peer.build(place);
            ofBroken.put(peer, judging(manifest, scope.of(peer), place.resolve("out")));
        }
        Map<Path, Callable<Judgement>> ofRight = new LinkedHashMap<>();
        for (Path manifest : right) {
            ofRight.put(manifest, judging(manifest, scope.ofRight(), scratch.resolve("right-" + ofRight.size())));
        }
        Map<Object, Callable<Judgement>> all = new LinkedHashMap<>(ofBroken);
        all.putAll(ofRight);
        Map<Object, Judgement> judgements = sideBySide(all, SIDE_BY_SIDE);
        all.keySet().removeIf(peer -> !of(judgements, peer).tooSlow());
        judgements.putAll(sideBySide(all, 1));
        return new Matrix(scope, picked(judgements, broken), picked(judgements, right));
    }

    private static Judgement of(Map<Object, Judgement> judgements, Object peer) {
        return Objects.requireNonNull(judgements.get(peer));
    }

    private static <P> Map<P, Judgement> picked(Map<Object, Judgement> judgements, List<P> peers) {
        Map<P, Judgement> picked = new LinkedHashMap<>();
        peers.forEach(peer -> picked.put(peer, of(judgements, peer)));
        return picked;
    }

    private static Callable<Judgement> judging(Path manifest, Selection selection, Path out) {
        return timed(() -> Judgement.of(RightPeers.read(manifest), selection, out));
    }

    /** A build's log says what takes its time. */
    private static Callable<Judgement> timed(Callable<Judgement> judging) {
        return () -> {
            long start = System.nanoTime();
            Judgement judgement = judging.call();
            System.out.printf(
                    "%-50s %3d cases %6d ms, fails %s%n",
                    judgement.peer().name(),
                    judgement.cases().size(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    judgement.fails());
            return judgement;
        };
    }

    private static Map<Object, Judgement> sideBySide(Map<Object, Callable<Judgement>> judging, int most)
            throws InterruptedException {
        ExecutorService peers = Executors.newFixedThreadPool(most);
        try {
            Map<Object, Future<Judgement>> futures = new LinkedHashMap<>();
            judging.forEach((peer, each) -> futures.put(peer, peers.submit(each)));
            Map<Object, Judgement> judgements = new LinkedHashMap<>();
            for (Map.Entry<Object, Future<Judgement>> each : futures.entrySet()) {
                judgements.put(each.getKey(), each.getValue().get());
            }
            return judgements;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a peer could not be judged", failed.getCause());
        } finally {
            peers.shutdownNow();
        }
    }
}
