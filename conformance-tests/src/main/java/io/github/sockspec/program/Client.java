package io.github.sockspec.program;

import io.github.sockspec.engine.Streams;
import io.github.sockspec.kernel.NetworkNamespace;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client or tool that can be run any number of times, wherever it runs. */
public final class Client implements AutoCloseable {
    private final Start start;
    private final Supplier<Place> opening;
    private @Nullable Place opened;

    /**
     * A client that is started in a place which is opened for the first of its runs.
     *
     * @param start how it is had
     */
    Client(Start start, Supplier<Place> opening) {
        this.start = start;
        this.opening = opening;
    }

    private synchronized Place place() {
        Place place = opened;
        if (place == null) {
            place = opening.get();
            opened = place;
        }
        return place;
    }

    /**
     * Starts one run.
     *
     * @throws StartFailure when it can't be started: one line that says why
     */
    public ClientRun start(ClientTask clientTask) {
        CapturedOutput output = new CapturedOutput();
        CapturedOutput errors = new CapturedOutput();
        Streams streams = start.console() == Start.Console.TERMINAL ? Streams.TERMINAL : Streams.ALL;
        Launch launch = Launch.client(clientTask, new Launch.Output(streams, output, errors));
        return new ClientRun(place().start(launch), start.console(), output, errors);
    }

    /**
     * Where it connects, when it fixes that itself; then only one run at a time is possible. With port 0 it fixes the host
     * alone.
     */
    public Optional<InetSocketAddress> address() {
        return start.fixes();
    }

    /** Whether only one run at a time is possible. */
    public boolean alone() {
        return address().filter(whole -> whole.getPort() != 0).isPresent();
    }

    /** Where this process is reached from its runs, as long as they do not fix an address. */
    public InetAddress harness() {
        return place().harness();
    }

    /** Where one has to stand to be found by its runs. */
    public NetworkNamespace network() {
        return place().network();
    }

    /** What a run costs. */
    public Cost cost() {
        return start.inThisProcess() ? Cost.THREAD : Cost.PROCESS;
    }

    /** Which program is run. */
    public Identity identity() {
        return place().identity();
    }

    /** Gives back what is kept between runs; none is under way. */
    @Override
    public synchronized void close() {
        Place place = opened;
        opened = null;
        if (place != null) {
            place.close();
        }
    }

    /** What a run costs. */
    public enum Cost {
        /** A thread of this process: thousands of runs are nothing. */
        THREAD,
        /** A process. */
        PROCESS
    }
}
