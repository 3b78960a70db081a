package io.github.sockspec.wire;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A network of the kernel's, with interfaces and sockets of its own, such as a container has. A thread stands in one: what
 * it opens belongs there, and so does what the threads open that it starts. To go elsewhere takes CAP_SYS_ADMIN.
 */
public final class Network implements AutoCloseable {
    private static final int UNKNOWN = -1;

    /** The one this process was started in. */
    public static final Network HERE = new Network(Libc.here() ? open("/proc/self/ns/net") : UNKNOWN);

    private static final InheritableThreadLocal<Network> STANDING = new InheritableThreadLocal<>() {
        @Override
        protected Network initialValue() {
            return HERE;
        }
    };

    private final int descriptor;

    private Network(int descriptor) {
        this.descriptor = descriptor;
    }

    /** The network of a process; empty where this one may not go there. */
    public static Optional<Network> of(long pid) {
        int descriptor = Libc.here() && HERE.descriptor >= 0 ? open("/proc/" + pid + "/ns/net") : UNKNOWN;
        if (descriptor < 0) {
            return Optional.empty();
        }
        if (Libc.setns(descriptor, Libc.CLONE_NEWNET) != 0) {
            Libc.close(descriptor);
            return Optional.empty();
        }
        require(Libc.setns(STANDING.get().descriptor, Libc.CLONE_NEWNET));
        return Optional.of(new Network(descriptor));
    }

    private static int open(String path) {
        return Libc.open(path, Libc.O_CLOEXEC);
    }

    /** Where the calling thread stands. */
    public static Network standing() {
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
        Network before = standing();
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
