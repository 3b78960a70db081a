package io.github.sockspec.bench;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Confirmation;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Measures the carrier on a reader that counts its reads: how fast fragments go, and how many were really read apart. */
public final class Benchmark {
    private static final int WARM_UPS = 3;
    private static final Shape SHORT = Shape.of(10);
    private static final Ending THEN_TELL = new Ending(Ending.How.HALF_CLOSE, Ending.When.AFTER_READ);

    private final InetSocketAddress reader;
    private final Confirmation confirmation;
    private final int fragments;

    /**
     * A measurement of one way to part writes.
     *
     * @param reader where the counting reader listens
     * @param confirmation how it is made sure that a write was read before the next one goes
     * @param fragments how many one-byte writes are measured on one connection
     */
    public Benchmark(InetSocketAddress reader, Confirmation confirmation, int fragments) {
        this.reader = reader;
        this.confirmation = confirmation;
        this.fragments = fragments;
    }

    /**
     * What was measured.
     *
     * @param fragments one-byte writes on one connection
     * @param readApart how many of them were read by a read of their own
     * @param fragmentTime from the first to the last
     * @param deliveries the 511 ways to cut ten bytes, a connection each
     * @param deliveredAsPlanned how many of them were read exactly as written
     * @param deliveryTime for all of them
     */
    public record Measured(
            int fragments,
            int readApart,
            Duration fragmentTime,
            int deliveries,
            int deliveredAsPlanned,
            Duration deliveryTime) {
        public double fragmentsPerSecond() {
            return fragments / (fragmentTime.toNanos() / 1e9);
        }

        public double deliveriesPerSecond() {
            return deliveries / (deliveryTime.toNanos() / 1e9);
        }
    }

    public Measured measure() {
        try (Carrier carrier = new Carrier(confirmation, Limits.UNMEASURED)) {
            for (int time = 0; time < WARM_UPS; time++) {
                sizes(carrier, Collections.nCopies(Math.min(fragments, 500), 1));
            }
            long start = System.nanoTime();
            List<Integer> read = sizes(carrier, Collections.nCopies(fragments, 1));
            long between = System.nanoTime();
            List<Delivery> deliveries =
                    Family.EVERY_COMPOSITION.of(SHORT, Sampling.DEFAULT).toList();
            int asPlanned = 0;
            long again = System.nanoTime();
            for (Delivery delivery : deliveries) {
                asPlanned += sizes(carrier, delivery.writes()).equals(delivery.writes()) ? 1 : 0;
            }
            return new Measured(
                    fragments,
                    (int) read.stream().filter(size -> size == 1).count(),
                    Duration.ofNanos(between - start),
                    deliveries.size(),
                    asPlanned,
                    Duration.ofNanos(System.nanoTime() - again));
        }
    }

    /** The sizes that the reader read when a message came by {@code writes}. */
    private List<Integer> sizes(Carrier carrier, List<Integer> writes) {
        Bytes message = Bytes.repeat(
                Bytes.utf8("x"), writes.stream().mapToInt(Integer::intValue).sum());
        Conversation conversation = Conversation.of("sizes", Conversation.Turn.of(message, Reply.nothing()));
        String told = carrier.carry(reader, conversation, Delivery.of(writes).ending(THEN_TELL))
                .received()
                .decode(StandardCharsets.US_ASCII);
        return Arrays.stream(told.split(" ", -1)).map(Integer::valueOf).toList();
    }
}
