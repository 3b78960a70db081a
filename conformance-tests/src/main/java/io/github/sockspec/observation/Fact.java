package io.github.sockspec.observation;

import io.github.sockspec.bytes.Bytes;
import java.time.Duration;

/** One thing that happened on a connection, with the moment it was seen. FIN, RST and silence are different facts. */
public sealed interface Fact {
    /** How long after the connection was asked for. */
    Duration at();

    /** The connection stands. */
    record Connected(Duration at) implements Fact {}

    /** The connection could not be had. */
    record Refused(Duration at, String why) implements Fact {}

    /** One write left, starting at {@code offset} of all that was sent. */
    record Sent(Duration at, int offset, Bytes bytes) implements Fact {}

    /** What had been sent so far, up to {@code offset}, was taken by the other side, {@code how} this is known. */
    record Taken(Duration at, int offset, How how) implements Fact {}

    /** What had been sent was not read before the deadline. */
    record Unread(Duration at, int offset, Duration waited) implements Fact {}

    /** Bytes came, the first of them at {@code offset} of all that was received. */
    record Received(Duration at, int offset, Bytes bytes) implements Fact {}

    /** The other side ended its stream. */
    record PeerFinished(Duration at) implements Fact {}

    /** The other side reset the connection. */
    record PeerReset(Duration at) implements Fact {}

    /** Nothing came for {@code waited}, though something was awaited. */
    record Quiet(Duration at, Duration waited) implements Fact {}

    /**
     * What was waited for in vain says nothing, for the machine was too slow: in the {@code waited} the control
     * conversation once took {@code control}, and the program is {@code slower} times slower than that.
     */
    record Slipped(Duration at, Duration waited, Duration control, int slower) implements Fact {}

    /** The other side sent more than {@code limit} bytes and was cut off. */
    record Flooded(Duration at, int limit) implements Fact {}

    /** This side ended the connection or its own stream. */
    record Ended(Duration at, String how) implements Fact {}

    /**
     * One datagram at the server's edge: as it left for the server, or as it came from there. Several askers share one
     * clock; the first of them is asker 0.
     */
    sealed interface Datagram extends Fact {
        int asker();

        Bytes bytes();

        /** A datagram left for the server at {@code to}, an address with its port. */
        record Asked(Duration at, int asker, String to, Bytes bytes) implements Datagram {}

        /** A datagram came to the asker, sent by {@code from}, an address with its port. */
        record Replied(Duration at, int asker, String from, Bytes bytes) implements Datagram {}
    }

    /** The asker's port is gone: whoever replies is told by ICMP that it is unreachable; {@code how} this is known. */
    record Departed(Duration at, int asker, How how) implements Fact {}

    /** Nothing is bound any more to the port that was asked. */
    record Unbound(Duration at) implements Fact {}

    /** The kernel dropped {@code datagrams} because the server's socket had no room for them. */
    record Overrun(Duration at, long datagrams) implements Fact {}

    /** The program on the other side did something besides what it sent: it exited, printed, or goes on, in words. */
    record Program(Duration at, String did) implements Fact {}

    /** How it is known that a write was read on its own. */
    enum How {
        /** The kernel said that the peer's socket has received it and holds nothing unread. */
        CONFIRMED,
        /** A gap was waited; whether it sufficed is not known. */
        TIMED
    }
}
