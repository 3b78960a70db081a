package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * One TCP connection of the harness, whoever opened it. Every wait has a deadline, and what happens becomes a fact, not
 * an exception. Owned by one thread.
 */
public final class Connection implements AutoCloseable {
    private final SocketChannel channel;
    private final ChannelReadiness readiness;
    private final Limits limits;
    private final FactLog log = new FactLog(System::nanoTime);
    private final Incoming incoming;
    private final StreamWriter writer;
    private Confirmation.Way way = new Confirmation.Way(
            new InetSocketAddress(0), new InetSocketAddress(0), NetworkNamespace.standing(), false);

    private Connection(SocketChannel channel, Limits limits) throws IOException {
        this.channel = channel;
        this.limits = limits;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        readiness = new ChannelReadiness(channel);
        incoming = new Incoming(channel, readiness, limits, log);
        writer = new StreamWriter(channel, readiness, limits, incoming);
    }

    /** Connects to {@code peer}; whether that worked is the first fact. */
    public static Connection open(InetSocketAddress peer, Limits limits) {
        return open(peer, limits, channel -> {});
    }

    /** As {@link #open(InetSocketAddress, Limits)}, with options set on the channel before it connects. */
    static Connection open(InetSocketAddress peer, Limits limits, Consumer<SocketChannel> options) {
        try {
            Connection connection = new Connection(SocketChannel.open(), limits);
            options.accept(connection.channel);
            connection.connect(peer);
            return connection;
        } catch (IOException noDescriptorLeft) {
            throw new WireFailure("no socket could be opened", noDescriptorLeft);
        }
    }

    /** A connection that a client has opened to the harness. */
    static Connection accepted(SocketChannel channel, Limits limits) {
        try {
            Connection connection = new Connection(channel, limits);
            connection.established();
            return connection;
        } catch (IOException gone) {
            throw new WireFailure("an accepted connection could not be used", gone);
        }
    }

    private void connect(InetSocketAddress peer) {
        try {
            channel.connect(peer);
            GuardedWait guardedWait = limits.guardedWait();
            while (!channel.finishConnect()) {
                if (!readiness.await(SelectionKey.OP_CONNECT, guardedWait)) {
                    guardedWait.slip(log.now()).ifPresent(log::add);
                    log.add(new Fact.Refused(log.now(), "no answer within " + guardedWait.patience()));
                    return;
                }
            }
            established();
        } catch (IOException refused) {
            log.add(new Fact.Refused(log.now(), String.valueOf(refused.getMessage())));
        }
    }

    private void established() throws IOException {
        InetSocketAddress remote = (InetSocketAddress) channel.getRemoteAddress();
        boolean peerIsLocal = remote.getAddress().isLoopbackAddress()
                || NetworkInterface.getByInetAddress(remote.getAddress()) != null;
        way = new Confirmation.Way((InetSocketAddress) channel.getLocalAddress(), remote, way.network(), peerIsLocal);
        log.add(new Fact.Connected(log.now()));
    }

    /** Whether the connection ever stood. */
    public boolean connected() {
        return way.remote().getPort() != 0;
    }

    /** Whether bytes can still go both ways. */
    public boolean usable() {
        return channel.isConnected() && channel.isOpen() && !log.ended();
    }

    /** From now on nothing is read of what comes. */
    public void stopReading() {
        incoming.taking(Incoming.Taking.LEAVES);
    }

    /** From now on what comes is read, and nothing of it is kept. */
    public void forgetReceived() {
        incoming.taking(Incoming.Taking.FORGETS);
    }

    /** Writes {@code bytes}, in one segment as far as this side can make it one; false when they could not all go. */
    public boolean write(Bytes bytes) {
        return connected() && writer.write(bytes);
    }

    /** Writes what goes of {@code outgoing}, waiting at most {@code moment} for room; false when no more will ever go. */
    boolean pour(ByteBuffer outgoing, Duration moment) {
        return writer.pour(outgoing, moment);
    }

    /** Notes what was written by {@link #pour}. */
    void poured(Bytes bytes) {
        log.sent(bytes);
    }

    /** Waits until all that was sent was read, and records how that is known, or that it was not. */
    public boolean awaitTaken(Confirmation confirmation) {
        GuardedWait guardedWait = limits.guardedWait();
        return connected()
                && confirmation
                        .awaitTaken(way, log.sent(), guardedWait)
                        .map(how -> {
                            log.add(new Fact.Taken(log.now(), log.sent(), how));
                            return true;
                        })
                        .orElseGet(() -> {
                            unread(guardedWait, log.sent());
                            return false;
                        });
    }

    /** As {@link #awaitTaken}, where the other side may have left with all that it was to get. */
    void awaitTakenOrGone(Confirmation confirmation) {
        confirmation
                .awaitTaken(way, log.sent(), limits.guardedWait())
                .ifPresent(how -> log.add(new Fact.Taken(log.now(), log.sent(), how)));
    }

    /** Reads until {@code reply}, starting at {@code from} of all that was received, is complete or can't be. */
    public Match await(Reply reply, int from) {
        return incoming.await(reply, from);
    }

    /** Reads until {@code wanted} bytes were received in all or the stream ends; false when it stays quiet too long. */
    public boolean readUpTo(int wanted) {
        return incoming.readUpTo(wanted);
    }

    /** Reads until the stream ends; false when it stays open too long. */
    public boolean readToEnd() {
        return incoming.readToEnd();
    }

    /** Reads until nothing has come for {@code quiet}, the stream has ended, or {@code most} bytes were received in all. */
    public void readUntilQuiet(Duration quiet, int most) {
        incoming.readUntilQuiet(quiet, most);
    }

    /** All that is there by now. */
    public Bytes arrived() {
        return incoming.arrived();
    }

    /** What still comes, for those who end the connection or relay it. */
    Incoming incoming() {
        return incoming;
    }

    /** Notes that what was sent up to {@code offset} was not read while {@code guardedWait} lasted. */
    void unread(GuardedWait guardedWait, int offset) {
        log.unread(guardedWait, offset);
    }

    /** Notes that something was awaited and did not come while {@code guardedWait} lasted. */
    void quiet(GuardedWait guardedWait) {
        incoming.quiet(guardedWait);
    }

    /** Notes, where it was so, that the machine was too slow for that wait to say anything. */
    void slipped(GuardedWait guardedWait) {
        guardedWait.slip(log.now()).ifPresent(log::add);
    }

    /** Ends this side's stream; the other side's can still be read. Nothing where there is no connection. */
    public void halfClose() {
        try {
            if (connected()) {
                channel.shutdownOutput();
                log.add(new Fact.Ended(log.now(), "half-close"));
            }
        } catch (IOException alreadyGone) {
            log.add(new Fact.PeerReset(log.now()));
        }
    }

    /** Aborts the connection: the other side gets a RST. */
    public void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException alreadyGone) {
            // Closed below all the same; there is nobody left to reset.
        }
        log.add(new Fact.Ended(log.now(), "rst"));
        close();
    }

    /** Closes both directions. */
    public void finish() {
        log.add(new Fact.Ended(log.now(), "fin"));
        close();
    }

    @Override
    public void close() {
        try {
            readiness.close();
            channel.close();
        } catch (IOException unclosable) {
            throw new WireFailure("a socket could not be closed", unclosable);
        }
    }

    /** The inode of the other side's socket, while a process holds it; empty where that can't be known. */
    public OptionalLong peerInode(Confirmation confirmation) {
        return confirmation.peerInode(way);
    }

    /** How many bytes were sent. */
    public int sent() {
        return log.sent();
    }

    /** How many bytes were received. */
    public int received() {
        return log.received();
    }

    /** All that was received. */
    public Bytes stream() {
        return log.stream();
    }

    /** How long is waited on it. */
    Limits limits() {
        return limits;
    }

    /** Where it goes. */
    Confirmation.Way way() {
        return way;
    }

    /** What has happened so far. */
    public Observation observation() {
        return log.observation();
    }
}
