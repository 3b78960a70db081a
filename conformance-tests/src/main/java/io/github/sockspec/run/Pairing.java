package io.github.sockspec.run;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.NotInDialect;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.StartFailure;
import io.github.sockspec.run.PairResult.Deliveries;
import io.github.sockspec.run.PairResult.Outcome;
import io.github.sockspec.trial.Pair;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.PairJudge.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Clients and servers against each other, with the harness between them as a relay: first as they are, then with the
 * requests cut, then with the replies cut. What the relay does is legal, so whoever breaks is at fault.
 */
public final class Pairing {
    /** How many cuts of one direction are tried where there are more: each takes a run of the client. */
    private static final int MOST = 32;

    private static final Delivery AS_IT_COMES = Delivery.of(List.of());

    private final Implementation client;
    private final Implementation server;
    private final Sampling sampling;

    private Pairing(Implementation client, Implementation server, Sampling sampling) {
        this.client = client;
        this.server = server;
        this.sampling = sampling;
    }

    /**
     * The results of one client with one server: one, where they get nowhere even when nothing is cut; else one for each
     * direction.
     */
    public static List<PairResult> of(Implementation client, Implementation server, Sampling sampling) {
        return new Pairing(client, server, sampling).results();
    }

    private List<PairResult> results() {
        Optional<String> mismatch = SharedProtocol.between(client, server);
        if (mismatch.isPresent()) {
            return List.of(plain(Outcome.NOT_A_PAIR, mismatch.get()));
        }
        try (Pair pair = new Pair(client, server, SharedProtocol.script(client))) {
            Pair.Talk whole = pair.talk(AS_IT_COMES, AS_IT_COMES);
            if (whole.blame().side() != Side.NOBODY) {
                return List.of(result("whole", List.of(), whole, new Deliveries(1, 1, 1)));
            }
            return List.of(requests(pair, whole), replies(pair, whole));
        } catch (NotInDialect reason) {
            return List.of(plain(Outcome.NOT_A_PAIR, String.valueOf(reason.getMessage())));
        } catch (StartFailure failed) {
            return List.of(plain(Outcome.TROUBLE, String.valueOf(failed.getMessage())));
        }
    }

    private PairResult requests(Pair pair, Pair.Talk whole) {
        Bytes stream = whole.client().received();
        if (!server.dialect().cuttable()) {
            return new PairResult(
                    client.name(),
                    server.name(),
                    Outcome.BOTH_HOLD,
                    "requests",
                    List.of(),
                    "nothing ends a request in this dialect, so none was cut",
                    Deliveries.NONE);
        }
        List<Reply> asks =
                pair.answered().exchanges().stream().map(each -> each.asks()).toList();
        return direction("requests", stream, asks, cut -> pair.talk(cut, AS_IT_COMES));
    }

    private PairResult replies(Pair pair, Pair.Talk whole) {
        Bytes stream = whole.server().received();
        List<Reply> hears =
                pair.asked().turns().stream().map(turn -> turn.hears()).toList();
        return direction("replies", stream, hears, cut -> pair.talk(AS_IT_COMES, cut));
    }

    /** Has them talk with {@code stream} cut everywhere, or at a sample of places; the first that fails is the smallest. */
    private PairResult direction(String name, Bytes stream, List<Reply> messages, Function<Delivery, Pair.Talk> talk) {
        Shape shape = shape(stream, messages);
        List<Delivery> all = Stream.of(Family.EVERY_CUT, Family.BYTE_BY_BYTE)
                .flatMap(family -> family.of(shape, sampling))
                .toList();
        int tried = 0;
        int confirmed = 0;
        for (Delivery delivery : sample(all)) {
            Pair.Talk last = talk.apply(delivery);
            tried++;
            confirmed += last.confirmed() ? 1 : 0;
            if (last.blame().side() != Side.NOBODY) {
                return result(
                        name,
                        delivery.segments(stream.slice(0, shape.length())),
                        last,
                        new Deliveries(tried, confirmed, all.size()));
            }
        }
        return new PairResult(
                client.name(),
                server.name(),
                Outcome.BOTH_HOLD,
                name,
                List.of(),
                "",
                new Deliveries(tried, confirmed, all.size()));
    }

    /** Where each message ends, as it really came. */
    private static Shape shape(Bytes stream, List<Reply> messages) {
        List<Integer> lengths = new ArrayList<>();
        int at = 0;
        for (Reply message : messages) {
            if (message.match(stream, at, StreamState.ENDED) instanceof Match.Complete complete
                    && complete.end() > at) {
                lengths.add(complete.end() - at);
                at = complete.end();
            }
        }
        return new Shape(lengths, List.of());
    }

    /** The first few, where headers are, and a seeded sample of the rest; in their order. */
    private List<Delivery> sample(List<Delivery> all) {
        if (all.size() <= MOST || sampling.size() >= Sampling.THOROUGH) {
            return all;
        }
        List<Delivery> rest = new ArrayList<>(all.subList(MOST / 2, all.size() - 1));
        Collections.shuffle(rest, new Random(sampling.seed()));
        List<Delivery> left = rest.subList(MOST / 2 - 1, rest.size());
        return all.stream().filter(delivery -> !left.contains(delivery)).toList();
    }

    private PairResult result(String direction, List<Bytes> writes, Pair.Talk talk, Deliveries deliveries) {
        String reason = talk.blame().finding() instanceof Finding.Broken broken ? broken.reason() : "";
        return new PairResult(
                client.name(), server.name(), Outcome.of(talk.blame().side()), direction, writes, reason, deliveries);
    }

    private PairResult plain(Outcome outcome, String reason) {
        return new PairResult(client.name(), server.name(), outcome, "whole", List.of(), reason, Deliveries.NONE);
    }
}
