package io.github.sockspec.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A network of the kernel's, with interfaces and sockets of its own, such as a container has. A thread stands in one: what
 * it opens belongs there, and so does what the threads open that it starts. To go elsewhere takes CAP_SYS_ADMIN.
 */
public final class NetworkNamespace implements AutoCloseable {
    private static final int UNKNOWN = -1;

    /** The one this process was started in. */
    public static final NetworkNamespace HERE = new NetworkNamespace(Libc.here() ? open("/proc/self/ns/net") : UNKNOWN);

    private static final InheritableThreadLocal<NetworkNamespace> STANDING = new InheritableThreadLocal<>() {
        @Override
        protected NetworkNamespace initialValue() {
            return HERE;
        }
    };

    private final int descriptor;

    private NetworkNamespace(int descriptor) {
        this.descriptor = descriptor;
    }

    /** The network of a process; empty where this one may not go there. */
    public static Optional<NetworkNamespace> of(long pid) {
        int descriptor = Libc.here() && HERE.descriptor >= 0 ? open("/proc/" + pid + "/ns/net") : UNKNOWN;
        if (descriptor < 0) {
            return Optional.empty();
        }
        if (Libc.setns(descriptor, Libc.CLONE_NEWNET) != 0) {
            Libc.close(descriptor);
            return Optional.empty();
        }
        require(Libc.setns(STANDING.get().descriptor, Libc.CLONE_NEWNET));
        return Optional.of(new NetworkNamespace(descriptor));
    }

    /**
     * A new one, in which there is nothing but a loopback that is up; empty where this process may make none. Close it.
     *
     * @throws WireFailure when its loopback can't be brought up
     */
    public static Optional<NetworkNamespace> fresh() {
        NetworkNamespace before = STANDING.get();
        // Whoever may make one may still lack the right to come back, when another user owns the one stood in.
        boolean mayReturn = before.descriptor >= 0 && Libc.setns(before.descriptor, Libc.CLONE_NEWNET) == 0;
        if (!mayReturn || Libc.unshare(Libc.CLONE_NEWNET) != 0) {
            return Optional.empty();
        }
        try {
            Loopback.up();
            int descriptor = open("/proc/thread-self/ns/net");
            return descriptor < 0 ? Optional.empty() : Optional.of(new NetworkNamespace(descriptor));
        } finally {
            require(Libc.setns(before.descriptor, Libc.CLONE_NEWNET));
        }
    }

    private static int open(String path) {
        return Libc.open(path, Libc.O_CLOEXEC);
    }

    /** Where the calling thread stands. */
    public static NetworkNamespace standing() {
        return STANDING.get();
    }

    /** From now on the calling thread stands here. */
    public void enter() {
        if (standing() != this) {
            require(Libc.setns(descriptor, Libc.CLONE_NEWNET));
            STANDING.set(this);
        }
    }

    /** Does {@code work} standing here, and goes back. */
    public <T> T within(Supplier<T> work) {
        NetworkNamespace before = standing();
        enter();
        try {
            return work.get();
        } finally {
            before.enter();
        }
    }

    /** As {@link #within(Supplier)}. */
    public void within(Runnable work) {
        within(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Adds an address to its loopback, unless it has it anyway: an IPv4 address, alone.
     *
     * @throws WireFailure when this process has not the right to
     */
    public void give(InetAddress address) {
        if (address instanceof Inet4Address own && !own.isLoopbackAddress() && !own.isAnyLocalAddress()) {
            within(() -> Loopback.add(own));
        }
    }

    private static void require(int outcome) {
        if (outcome != 0) {
            throw new IllegalStateException("a network that was open can't be entered");
        }
    }

    /** Gives up the way to it. It is gone when nothing in it is left open. */
    @Override
    public void close() {
        if (this != HERE && descriptor >= 0) {
            Libc.close(descriptor);
        }
    }
}
