package io.github.sockspec.wire;

import io.github.sockspec.kernel.CpuCore;
import java.util.ArrayList;
import java.util.List;

/** Threads that do nothing but use every core, to see what a busy machine does to verdicts. They end when it is closed. */
public final class CpuLoad implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    private CpuLoad() {}

    /** So many busy threads on each core that this process was given. */
    public static CpuLoad perCore(int threads) {
        CpuLoad load = new CpuLoad();
        for (int core : CpuCore.ANYWHERE.cores()) {
            for (int number = 1; number <= threads; number++) {
                load.burn(new CpuCore(List.of(core)), "sockspec load " + number + " on core " + core);
            }
        }
        return load;
    }

    private void burn(CpuCore cpuCore, String name) {
        Thread thread = new Thread(
                () -> {
                    cpuCore.take();
                    while (!over) {
                        Thread.onSpinWait();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    /** How many there are. */
    public int size() {
        return threads.size();
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
