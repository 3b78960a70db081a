package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.patience.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One client being served: its requests are heard, and the replies travel as a delivery has it. A reply goes when its
 * request was heard, or with an earlier one where the delivery joins them.
 */
public final class ServedConnection {
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final Duration A_LITTLE = Duration.ofMillis(1);

    /** How long a reply goes on and on until it is looked what came of it. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private final Connection connection;
    private final ServerPart serverPart;
    private final Delivery delivery;
    private final InputSource inputSource;
    private final Confirmation confirmation;
    private final Outgoing outgoing;
    /** How much is said. */
    private final int said;

    private int exchange;
    private int heard;
    /** Where, of all that is said, the reply of the next exchange starts. */
    private int start;

    private boolean typedAhead;
    private boolean over;
    private boolean endExpected;

    /**
     * How a client is served.
     *
     * @param serverPart what is said to it, and when
     * @param delivery how that travels
     * @param inputSource who types for it
     */
    public record Plan(ServerPart serverPart, Delivery delivery, InputSource inputSource) {}

    /** A serving of which nothing has happened yet. */
    public ServedConnection(Connection connection, Plan plan, Confirmation confirmation) {
        this.connection = connection;
        serverPart = plan.serverPart();
        delivery = plan.delivery();
        inputSource = plan.inputSource();
        this.confirmation = confirmation;
        outgoing = new Outgoing(serverPart.spoken().turns());
        said = delivery.length();
    }

    /** Serves until the delivery has come to its end and the client was told that no more input comes. */
    public void serve() {
        for (int write : delivery.writes()) {
            // What starts here must have been asked for; what else is in this write comes before it is asked for.
            hear(connection.sent());
            write(write);
            // The client turns to a later reply only once it has asked for it.
            hear(connection.sent() - 1);
            confirm();
        }
        hear(said);
        conclude();
    }

    /** As {@link #serve()}, but for a client that asks ahead: a write goes when all replies in it were asked for. */
    public void serveAskedAhead() {
        typeAhead();
        for (int length : delivery.writes()) {
            hear(connection.sent() + length - 1);
            write(length);
            confirm();
        }
        hear(said);
        conclude();
    }

    private void write(int length) {
        over = over || !connection.write(outgoing.take(length));
    }

    /** Waits until what was written was read, where more is to follow. */
    private void confirm() {
        if (!over && connection.sent() < said) {
            over = !connection.awaitTaken(confirmation);
        }
    }

    /**
     * As {@link #serve()}, with the last reply over and over.
     *
     * @param bytes how many of it are sent, as long as the client is there and reads them
     * @param longest for how long
     */
    public void serveEndlessly(long bytes, Duration longest) {
        List<Integer> writes = delivery.writes();
        for (int length : writes.subList(0, writes.size() - 1)) {
            hear(connection.sent());
            write(length);
            confirm();
        }
        hear(connection.sent());
        if (!over) {
            pour(outgoing.take(serverPart.said().length() - connection.sent()), bytes, longest);
        }
        over = true;
        inputSource.endInput();
    }

    private void pour(Bytes reply, long bytes, Duration longest) {
        RepeatedWrite pouring = new RepeatedWrite(connection, confirmation, RepeatedWrite.block(reply));
        boolean on = true;
        while (on) {
            on = pouring.on(bytes, BETWEEN_LOOKS) == RepeatedWrite.State.OPEN
                    && pouring.sent() < bytes
                    && pouring.elapsed().compareTo(longest) < 0
                    && !inputSource.gone();
        }
    }

    /**
     * Lets the user give everything at once, and answers only when the client asks no more: how many replies are owed then, each
     * time. They add up to all there are, unless the client breaks off.
     *
     * @param guardedWait how long another request is waited for
     */
    public List<Integer> asksAhead(Supplier<GuardedWait> guardedWait) {
        typeAhead();
        List<Exchange> exchanges = serverPart.exchanges();
        List<Integer> owed = new ArrayList<>();
        while (!over && exchange < exchanges.size()) {
            int first = exchange;
            do {
                await(exchanges.get(exchange));
                exchange++;
            } while (!over && exchange < exchanges.size() && comes(guardedWait.get(), exchanges.get(exchange)));
            owed.add(exchange - first);
            write(serverPart.start(exchange) - serverPart.start(first));
        }
        over = true;
        inputSource.endInput();
        return owed;
    }

    /** Whether what an exchange asks begins to come. */
    private boolean comes(GuardedWait guardedWait, Exchange next) {
        return next.asks().size().equals(OptionalInt.of(0))
                || (awaits(guardedWait, () -> connection.received() > heard || inputSource.gone())
                        && connection.received() > heard);
    }

    private void typeAhead() {
        serverPart.exchanges().forEach(each -> inputSource.type(each.typed()));
        typedAhead = true;
    }

    /** Hears the requests of all replies that start at or before {@code offset} of the stream. */
    private void hear(int offset) {
        List<Exchange> exchanges = serverPart.exchanges();
        while (!over && exchange < exchanges.size() && start <= offset) {
            Exchange current = exchanges.get(exchange);
            start += current.says().length();
            if (!typedAhead) {
                inputSource.type(current.typed());
            }
            exchange++;
            await(current);
        }
    }

    private void await(Exchange current) {
        Reply asks = current.asks().filled(outgoing.known());
        if (connection.await(asks, heard) instanceof Match.Complete complete) {
            outgoing.learn(asks.keeps(connection.stream(), heard));
            heard = complete.end();
        } else {
            over = true;
        }
    }

    private void conclude() {
        boolean whole = kept();
        boolean mustEnd = !over && breaksOff();
        if (!over) {
            // What was said must have been read: a reset destroys what was not, and work on it is no spin.
            settle();
        }
        if (delivery.ending().how() == Ending.How.RST) {
            connection.reset();
        } else if (!whole || serverPart.after() == ServerPart.After.CLOSES) {
            connection.halfClose();
        }
        if (mustEnd) {
            inputSource.expectEnd();
            endExpected = true;
            return;
        }
        if (!over && whole) {
            inputSource.type(serverPart.leaving());
        }
        inputSource.endInput();
    }

    private boolean kept() {
        return delivery.ending().how() == Ending.How.KEEP;
    }

    /** Whether the client does not get the reply that it waits for: then it has to end, whatever its user would type. */
    private boolean breaksOff() {
        return cutShort() || serverPart.after() == ServerPart.After.WAITS;
    }

    private boolean cutShort() {
        return said < serverPart.said().length();
    }

    /** A client that has everything may have gone with it: then there is nobody to confirm, and nothing to complain of. */
    private void settle() {
        if (cutShort()) {
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
        if (endExpected) {
            seeEnd(limits);
        } else {
            seeLeave(limits);
        }
        if (connection.usable()) {
            connection.halfClose();
        }
        awaits(limits.guardedWait(), inputSource::gone);
        connection.incoming().listen(Duration.ZERO);
        connection.close();
        return connection.observation();
    }

    private void seeLeave(Limits limits) {
        GuardedWait guardedWait = limits.guardedWait();
        while (!inputSource.gone() && !leaves() && !guardedWait.over()) {
            connection.incoming().listen(MOMENT);
        }
        if (!inputSource.gone() && !leaves()) {
            connection.quiet(guardedWait);
        }
    }

    /**
     * Sees whether the client ends while its user would still type. Only then is its input ended: what ends of that alone
     * had not given up. Where the connection is kept, it is also given the lines that would make it ask once more, for one
     * that heeds its user and its server at once must not be told of the end while it takes what it got for a reply.
     */
    private void seeEnd(Limits limits) {
        int most = heard + serverPart.lastAsked().length();
        BooleanSupplier shown = () -> inputSource.gone() || connection.received() > most;
        if (!awaits(limits.guardedWait(), shown) && kept()) {
            inputSource.type(serverPart.again());
            if (!awaits(limits.guardedWait(), shown) && connection.usable()) {
                connection.halfClose();
                awaits(limits.guardedWait(), shown);
            }
        }
        if (!inputSource.gone()) {
            inputSource.endInput();
        }
    }

    /** Takes what comes until {@code shown} is; false when it is not while {@code guardedWait} lasts. */
    private boolean awaits(GuardedWait guardedWait, BooleanSupplier shown) {
        while (!shown.getAsBoolean() && !guardedWait.over()) {
            if (!connection.incoming().listen(MOMENT)) {
                Waiting.quietly(A_LITTLE);
            }
        }
        if (!shown.getAsBoolean()) {
            connection.slipped(guardedWait);
            return false;
        }
        return true;
    }

    private boolean leaves() {
        Bytes goodbye = serverPart.lastAsked();
        boolean said = !goodbye.isEmpty() && connection.received() >= heard + goodbye.length();
        return over || said || !connection.usable() || delivery.ending().how() != Ending.How.KEEP;
    }
}
