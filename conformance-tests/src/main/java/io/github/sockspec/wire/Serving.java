package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.conversation.Counterpart.Exchange;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Observation;
import java.time.Duration;
import java.util.List;

/**
 * One client being served: its requests are heard, and the replies travel as a delivery has it. A reply goes when its
 * request was heard, or with an earlier one where the delivery joins them.
 */
public final class Serving {
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final Duration A_LITTLE = Duration.ofMillis(1);

    private final Connection connection;
    private final Counterpart counterpart;
    private final Delivery delivery;
    private final Confirmation confirmation;
    private final Typist typist;
    private int exchange;
    private int heard;
    private boolean over;

    /** A serving of which nothing has happened yet. */
    public Serving(
            Connection connection,
            Counterpart counterpart,
            Delivery delivery,
            Confirmation confirmation,
            Typist typist) {
        this.connection = connection;
        this.counterpart = counterpart;
        this.delivery = delivery;
        this.confirmation = confirmation;
        this.typist = typist;
    }

    /** Serves until the delivery has come to its end and the client was told that no more input comes. */
    public void serve() {
        for (Bytes segment : delivery.segments(counterpart.said())) {
            // What starts here must have been asked for; what else is in this write comes before it is asked for.
            hear(connection.sent());
            if (!over && !connection.write(segment)) {
                over = true;
            }
            // The client turns to a later reply only once it has asked for it.
            hear(connection.sent() - 1);
            if (!over && connection.sent() < delivery.length()) {
                over = !connection.awaitTaken(confirmation);
            }
        }
        hear(delivery.length());
        conclude();
    }

    /** As {@link #serve()}, but says everything before it hears anything. */
    public void serveAhead() {
        over = !delivery.segments(counterpart.said()).stream().allMatch(connection::write);
        hear(delivery.length());
        conclude();
    }

    /** Hears the requests of all replies that start at or before {@code offset} of the stream. */
    private void hear(int offset) {
        List<Exchange> exchanges = counterpart.exchanges();
        while (!over && exchange < exchanges.size() && counterpart.start(exchange) <= offset) {
            Exchange current = exchanges.get(exchange);
            typist.type(current.typed());
            exchange++;
            if (connection.await(current.asks(), heard) instanceof Match.Complete complete) {
                heard = complete.end();
            } else {
                over = true;
            }
        }
    }

    private void conclude() {
        boolean whole = delivery.ending().how() == Ending.How.KEEP;
        if (!over && !(whole && counterpart.after() == Counterpart.After.KEEPS)) {
            // What was said must have been read: a reset destroys what was not.
            settle();
        }
        if (delivery.ending().how() == Ending.How.RST) {
            connection.reset();
        } else if (!whole || counterpart.after() == Counterpart.After.CLOSES) {
            connection.halfClose();
        }
        if (!over && whole) {
            typist.type(counterpart.leaving());
        }
        typist.endInput();
    }

    /** A client that has everything may have gone with it: then there is nobody to confirm, and nothing to complain of. */
    private void settle() {
        if (delivery.length() < counterpart.said().length()) {
            over = !connection.awaitTaken(confirmation);
        } else {
            connection.awaitTakenOrGone(confirmation);
        }
    }

    /**
     * Sees the client out: takes what it still sends until it is gone, and ends this side's stream when the client has
     * ended its own, has said what it says on leaving, or has done neither for as long as {@code limits} grant.
     */
    public Observation seeOut(Limits limits) {
        Vigil vigil = limits.vigil();
        while (!typist.gone() && !leaves() && !vigil.over()) {
            connection.incoming().listen(MOMENT);
        }
        if (!typist.gone() && !leaves()) {
            connection.quiet(vigil);
        }
        if (connection.usable()) {
            connection.halfClose();
        }
        vigil = limits.vigil();
        while (!typist.gone() && !vigil.over()) {
            if (!connection.incoming().listen(MOMENT)) {
                Waiting.quietly(A_LITTLE);
            }
        }
        if (!typist.gone()) {
            connection.slipped(vigil);
        }
        connection.incoming().listen(Duration.ZERO);
        connection.close();
        return connection.observation();
    }

    private boolean leaves() {
        Bytes goodbye = counterpart.lastAsked();
        boolean said = !goodbye.isEmpty() && connection.received() >= heard + goodbye.length();
        return over || said || !connection.usable() || delivery.ending().how() != Ending.How.KEEP;
    }
}
