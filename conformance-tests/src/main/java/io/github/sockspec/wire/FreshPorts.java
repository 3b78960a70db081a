package io.github.sockspec.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Ports to ask from, each used again as late as can be. The system hands out at random, and so soon again, what an asker has
 * given back: then a reply that some slow program owes to the one reaches the other, as if from a wrong port. Safe for use by
 * several threads.
 */
final class FreshPorts {
    /** Ports that nothing is registered for (RFC 6335, section 6). */
    private static final int FIRST = 49_152;

    static final int COUNT = 1 << 14;

    private static final AtomicInteger NEXT =
            new AtomicInteger(RandomGenerator.getDefault().nextInt(COUNT));

    private FreshPorts() {}

    /** The next one; something else may be bound to it. */
    static int next() {
        return FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
    }

    /** Binds {@code channel} to the next one that is free. */
    static void bind(DatagramChannel channel, InetAddress host) throws IOException {
        BindException last = new BindException("no port from " + FIRST + " on is free");
        for (int attempt = 0; attempt < COUNT; attempt++) {
            try {
                channel.bind(new InetSocketAddress(host, next()));
                return;
            } catch (BindException taken) {
                last = taken;
            }
        }
        throw last;
    }
}
