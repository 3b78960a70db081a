package io.github.sockspec.wire;

import io.github.sockspec.kernel.PortClaims;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Ports to ask from, each used again as late as can be. The system hands out at random, and so soon again, what an asker has
 * given back: then a reply that some slow program owes to the one reaches the other, as if from a wrong port. Each harness has a
 * stretch of them to itself, as long as there are stretches left. Safe for use by several threads.
 */
final class FreshPorts {
    /** Ports that nothing is registered for (RFC 6335, section 6). */
    private static final int FIRST = 49_152;

    static final int COUNT = 1 << 12;

    private static final int STRETCHES = 4;

    private static final int STRETCH = stretch();

    private static final AtomicInteger NEXT =
            new AtomicInteger(RandomGenerator.getDefault().nextInt(COUNT));

    private FreshPorts() {}

    /** The first port of a stretch that no other harness has; where all are taken, of any. */
    private static int stretch() {
        int any = RandomGenerator.getDefault().nextInt(STRETCHES);
        for (int stretch = any; stretch < any + STRETCHES; stretch++) {
            int first = FIRST + stretch % STRETCHES * COUNT;
            if (PortClaims.here().claim(first, COUNT)) {
                return first;
            }
        }
        return FIRST + any * COUNT;
    }

    /** The next one; something else may be bound to it. */
    static int next() {
        return STRETCH + Math.floorMod(NEXT.getAndIncrement(), COUNT);
    }

    /** Binds {@code channel} to the next one that is free. */
    static void bind(DatagramChannel channel, InetAddress host) throws IOException {
        BindException last = new BindException("none of " + COUNT + " ports from " + STRETCH + " on is free");
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
