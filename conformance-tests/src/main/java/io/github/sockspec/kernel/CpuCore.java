package io.github.sockspec.kernel;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The core that a thread runs on. A program under test and the thread that drives it take turns anyway; on one core the
 * turn passes by a yield, on two by waking a sleeping core, which takes several times as long. What a thread starts,
 * threads and processes alike, stays with it. Means nothing where the system has no word for it.
 *
 * @param cores the cores it may run on
 */
public record CpuCore(List<Integer> cores) {
    private static final int MASK_BYTES = 128;

    /** Every core that this process was given. */
    public static final CpuCore ANYWHERE = new CpuCore(given());

    private static final AtomicInteger NEXT = new AtomicInteger();

    public CpuCore {
        cores = List.copyOf(cores);
    }

    /** One core, each in turn, so that several programs spread over all there are. */
    public static CpuCore next() {
        List<Integer> all = ANYWHERE.cores();
        return all.isEmpty()
                ? ANYWHERE
                : new CpuCore(List.of(all.get(Math.floorMod(NEXT.getAndIncrement(), all.size()))));
    }

    /** Puts the calling thread, and what it starts from now on, here. A refusal costs speed only. */
    public void take() {
        give(0);
    }

    /**
     * Puts a thread, and what it starts from now on, where the calling one is: a program that another one started for it. A
     * refusal costs speed only.
     */
    public static void share(long thread) {
        new CpuCore(given()).give((int) thread);
    }

    /** To a thread by its number; 0 stands for the calling one. */
    private void give(int thread) {
        if (cores.isEmpty()) {
            return;
        }
        ByteBuffer mask = ByteBuffer.allocateDirect(MASK_BYTES);
        for (int core : cores) {
            mask.put(core / 8, (byte) (mask.get(core / 8) | 1 << core % 8));
        }
        Libc.sched_setaffinity(thread, MASK_BYTES, mask);
    }

    /** The cores that the calling thread may run on. */
    private static List<Integer> given() {
        List<Integer> cores = new ArrayList<>();
        ByteBuffer mask = ByteBuffer.allocateDirect(MASK_BYTES);
        if (Libc.here() && Libc.sched_getaffinity(0, MASK_BYTES, mask) >= 0) {
            for (int core = 0; core < MASK_BYTES * 8; core++) {
                if ((mask.get(core / 8) & 1 << core % 8) != 0) {
                    cores.add(core);
                }
            }
        }
        return cores;
    }
}
