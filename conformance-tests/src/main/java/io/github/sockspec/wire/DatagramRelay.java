package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands between clients and a server, and loses, doubles, reorders, delays and truncates what passes, by a plan for each
 * direction. Each client has a port of its own towards the server, so that the server can tell them apart. One thread of
 * its own carries everything; it never blocks on a peer, and ends when the relay is closed.
 */
public final class DatagramRelay implements AutoCloseable {
    private static final int MOST_CLIENTS = 1_024;

    /** How many datagrams of one socket are taken before the others have their turn. */
    private static final int AT_A_TIME = 64;

    private static final int LAST_ROUNDS = 100;
    private static final long IDLE_MILLIS = 1_000;
    private static final Duration END = Duration.ofSeconds(5);

    private final InetSocketAddress server;
    private final Selector selector;
    private final DatagramChannel front;
    private final long start = System.nanoTime();
    private final DatagramLog log = new DatagramLog(start);
    private final RelayDirection<Client> toServer;
    private final RelayDirection<Client> toClients;
    private final Map<SocketAddress, Client> clients = new LinkedHashMap<>();
    private final ByteBuffer incoming = ByteBuffer.allocate(1 << 16);
    private final Thread thread = new Thread(this::run, "sockspec datagram relay");
    private volatile boolean closing;
    private volatile @Nullable IOException failure;

    private record Client(int number, SocketAddress address, DatagramChannel back) {}

    private DatagramRelay(
            InetSocketAddress server,
            InetSocketAddress at,
            RelayDirection<Client> toServer,
            RelayDirection<Client> toClients)
            throws IOException {
        this.server = server;
        this.toServer = toServer;
        this.toClients = toClients;
        selector = Selector.open();
        front = Endpoints.open(at, selector);
    }

    /**
     * A relay on a loopback port that the system chooses.
     *
     * @param toServer what happens to requests
     * @param toClients what happens to replies
     */
    public static DatagramRelay to(InetSocketAddress server, DatagramPlan toServer, DatagramPlan toClients) {
        return at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), server, toServer, toClients);
    }

    /** As {@link #to}, where clients can't be told a port and expect the server at {@code front}. */
    public static DatagramRelay at(
            InetSocketAddress front, InetSocketAddress server, DatagramPlan toServer, DatagramPlan toClients) {
        try {
            DatagramRelay relay =
                    new DatagramRelay(server, front, new RelayDirection<>(toServer), new RelayDirection<>(toClients));
            relay.thread.setDaemon(true);
            relay.thread.start();
            return relay;
        } catch (IOException refused) {
            throw new WireFailure("the relay could not be set up on " + Endpoints.text(front), refused);
        }
    }

    /** Where clients find the server. */
    public InetSocketAddress address() {
        return (InetSocketAddress) front.socket().getLocalSocketAddress();
    }

    /** What has passed at the server's edge so far; clients are numbered in the order in which they first asked. */
    public Observation observation() {
        return log.observation();
    }

    /** A log on the same clock, for what others see. */
    DatagramLog besides() {
        return new DatagramLog(start);
    }

    private void run() {
        try (selector;
                front) {
            while (!closing) {
                selector.select(pauseMillis());
                passOn();
            }
            // What came before the end was asked for is still seen.
            for (int round = 0; round < LAST_ROUNDS && selector.selectNow() > 0; round++) {
                passOn();
            }
        } catch (IOException broken) {
            failure = broken;
        } finally {
            clients.values().forEach(this::close);
        }
    }

    private long pauseMillis() {
        long now = System.nanoTime();
        long nanos = Math.min(toServer.untilDue(now), toClients.untilDue(now));
        return Math.min(IDLE_MILLIS, nanos / 1_000_000 + 1);
    }

    private void passOn() throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof Client client) {
                fromServer(client);
            } else {
                fromClients();
            }
        }
        selector.selectedKeys().clear();
        for (RelayDirection.Parcel<Client> parcel : toServer.due(System.nanoTime())) {
            send(parcel.route().back(), parcel.datagram(), server);
            log.add(new Fact.Datagram.Asked(
                    log.now(), parcel.route().number(), Endpoints.text(server), parcel.datagram()));
        }
        for (RelayDirection.Parcel<Client> parcel : toClients.due(System.nanoTime())) {
            send(front, parcel.datagram(), parcel.route().address());
        }
    }

    private void fromClients() throws IOException {
        for (int count = 0; count < AT_A_TIME; count++) {
            SocketAddress from = front.receive(incoming.clear());
            if (from == null) {
                return;
            }
            Client client = clients.get(from);
            if (client == null && clients.size() < MOST_CLIENTS) {
                client = join(from);
            }
            if (client != null) {
                toServer.take(client, Bytes.of(incoming.array(), incoming.position()), System.nanoTime());
            }
        }
    }

    private Client join(SocketAddress address) throws IOException {
        DatagramChannel back = Endpoints.open(Endpoints.facing(server), selector);
        Client client = new Client(clients.size(), address, back);
        back.keyFor(selector).attach(client);
        clients.put(address, client);
        return client;
    }

    private void fromServer(Client client) throws IOException {
        for (int count = 0; count < AT_A_TIME; count++) {
            SocketAddress from = client.back().receive(incoming.clear());
            if (from == null) {
                return;
            }
            Bytes reply = Bytes.of(incoming.array(), incoming.position());
            log.add(new Fact.Datagram.Replied(log.now(), client.number(), Endpoints.text(from), reply));
            toClients.take(client, reply, System.nanoTime());
        }
    }

    /** A datagram that finds no room or no way is lost, as datagrams are. */
    private static void send(DatagramChannel channel, Bytes datagram, SocketAddress to) {
        try {
            channel.send(datagram.buffer(), to);
        } catch (IOException lost) {
            // Whoever waits for it will see that it did not come.
        }
    }

    private void close(Client client) {
        try {
            client.back().close();
        } catch (IOException unclosable) {
            failure = unclosable;
        }
    }

    /** Ends it; its thread and sockets are gone when this returns. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join(END.toMillis());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        IOException broken = failure;
        if (broken != null) {
            throw new WireFailure("the relay broke", broken);
        }
    }
}
