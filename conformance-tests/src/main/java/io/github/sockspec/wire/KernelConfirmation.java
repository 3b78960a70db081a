package io.github.sockspec.wire;

import io.github.sockspec.kernel.SockDiag;
import io.github.sockspec.kernel.SockDiags;
import io.github.sockspec.kernel.SocketState;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.patience.GuardedWait;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the kernel for the peer's socket. The write was read when the socket has received all that was sent and holds
 * nothing unread; the second alone is not enough, for the queue is empty too just before a segment is put into it.
 *
 * <p>The kernel reads the queue before it reads the count, so a segment that arrives between the two makes one answer say
 * both: received, and nothing unread. Therefore the queue is believed only in an answer to a question asked after another
 * answer had said that everything is received. That the reader's call itself has returned follows from the lock that the
 * kernel takes to fill the count in.
 */
public final class KernelConfirmation implements Confirmation {
    /** How long the kernel is asked without a pause; most readers are there within that time. */
    private static final long EAGER_NANOS = 2_000_000;

    private static final long PAUSE_NANOS = 50_000;

    private final SockDiags diags = new SockDiags();
    private final TimedConfirmation elsewhere;

    private KernelConfirmation(Duration gap) {
        elsewhere = new TimedConfirmation(gap);
    }

    /** The best this system offers: the kernel's word where it can be asked, else {@code gap} at every cut. */
    public static Confirmation orElse(Duration gap) {
        return SockDiag.available() ? new KernelConfirmation(gap) : new TimedConfirmation(gap);
    }

    @Override
    public Optional<Fact.How> awaitTaken(Way way, int sent, GuardedWait guardedWait) {
        if (!way.peerIsLocal()) {
            return elsewhere.awaitTaken(way, sent, guardedWait);
        }
        SockDiag diag = diags.in(way.network());
        long start = System.nanoTime();
        boolean received = false;
        while (true) {
            boolean last = guardedWait.over();
            Optional<SocketState> peer = diag.connection(way.remote(), way.local());
            if (peer.isEmpty() || !peer.get().open()) {
                return Optional.empty();
            }
            if (received && peer.get().unread() == 0) {
                return Optional.of(Fact.How.CONFIRMED);
            }
            if (!received && peer.get().received() >= sent) {
                received = true;
                continue;
            }
            if (last) {
                return Optional.empty();
            }
            giveWay(System.nanoTime() - start);
        }
    }

    @Override
    public ReadProgress intake(Way way) {
        if (!way.peerIsLocal()) {
            return ReadProgress.UNTOLD;
        }
        Optional<SocketState> peer = diags.in(way.network()).connection(way.remote(), way.local());
        if (peer.isEmpty() || !peer.get().open()) {
            return ReadProgress.GONE;
        }
        SocketState state = peer.get();
        return state.received() < 0
                ? ReadProgress.UNTOLD
                : new ReadProgress(true, true, state.received() - state.unread());
    }

    @Override
    public OptionalLong peerInode(Way way) {
        return way.peerIsLocal()
                ? diags
                        .in(way.network())
                        .connection(way.remote(), way.local())
                        .map(SocketState::inode)
                        .filter(inode -> inode != 0)
                        .stream()
                        .mapToLong(Long::longValue)
                        .findFirst()
                : OptionalLong.empty();
    }

    /** The reader may need this core: yield it, and after a while sleep a little between questions. */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: without the yield the same answer comes later.
    private static void giveWay(long waited) {
        if (waited < EAGER_NANOS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        diags.close();
    }
}
