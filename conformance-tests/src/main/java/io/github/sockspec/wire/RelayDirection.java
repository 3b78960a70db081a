package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.DatagramPassage;
import io.github.sockspec.delivery.DatagramPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One direction of a relay: takes datagrams as they come and gives them out as its plan has it. It knows no sockets, and
 * time is told to it.
 *
 * @param <R> where a datagram goes
 */
final class RelayDirection<R> {
    /** Beyond these, what comes is lost: a relay holds no flood. */
    private static final int MOST_HELD = 4_096;

    private final DatagramPlan plan;
    private final List<Held<R>> overtaken = new ArrayList<>();
    private final List<Held<R>> ready = new ArrayList<>();
    private int taken;

    RelayDirection(DatagramPlan plan) {
        this.plan = plan;
    }

    /** One datagram on its way out. */
    record Parcel<R>(R route, Bytes datagram) {}

    private record Held<R>(Parcel<R> parcel, int after, long due) {}

    /** Takes the next datagram, at {@code now} on a clock of nanoseconds. */
    void take(R route, Bytes datagram, long now) {
        DatagramPassage passage = plan.passage(taken);
        int after = taken + passage.overtakenBy();
        long due = now + passage.delay().toNanos();
        for (int copy = 0; copy < passage.copies() && overtaken.size() + ready.size() < MOST_HELD; copy++) {
            Held<R> held = new Held<>(new Parcel<>(route, passage.of(datagram)), after, due);
            (passage.overtakenBy() > 0 ? overtaken : ready).add(held);
        }
        for (Iterator<Held<R>> waiting = overtaken.iterator(); waiting.hasNext(); ) {
            Held<R> held = waiting.next();
            if (held.after() <= taken) {
                waiting.remove();
                ready.add(held);
            }
        }
        taken++;
    }

    /** Gives out what is due at {@code now}, in order. */
    List<Parcel<R>> due(long now) {
        List<Parcel<R>> due = new ArrayList<>();
        for (Iterator<Held<R>> waiting = ready.iterator(); waiting.hasNext(); ) {
            Held<R> held = waiting.next();
            if (held.due() - now <= 0) {
                waiting.remove();
                due.add(held.parcel());
            }
        }
        return due;
    }

    /** How many nanoseconds are left at {@code now} until something is due; {@link Long#MAX_VALUE} when nothing waits. */
    long untilDue(long now) {
        return ready.stream()
                .mapToLong(held -> Math.max(0, held.due() - now))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
