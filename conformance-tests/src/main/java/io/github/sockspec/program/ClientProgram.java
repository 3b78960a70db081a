package io.github.sockspec.program;

import java.io.OutputStream;
import java.time.Duration;

/** One run of a client or a tool: what it is given, and what it is seen to do. */
interface ClientProgram extends Program {
    /** Its standard input; closing it ends that alone. */
    OutputStream input();

    /** By what name it knows the file that it was given; empty when it was given none. */
    String file();

    /** Whether it has ended by itself, as the kernel sees it: who started it may say for a while that it runs. */
    boolean hasEnded();

    /** The exit status of one that has ended; a signal's number with 128 added. */
    int status();

    /** What it has used so far; a process that has ended takes its part with it. */
    Usage usage();

    /** Whether a thread of it was busy all the while that this took, however little of a crowded core it was given. */
    boolean neverSleeps();

    /** Waits until it asks for input that it was not given; false when it was not seen to within {@code patience}. */
    boolean awaitsInput(Duration patience);

    /** Whether the kernel has killed one of its processes because the memory allowed was used up. */
    default boolean outOfMemory() {
        return false;
    }

    /**
     * What a program has used.
     *
     * @param cpu CPU time of its processes
     * @param peakBytes the most resident memory that they have had, added up; 0 where that can't be seen
     */
    record Usage(Duration cpu, long peakBytes) {
        static final Usage NONE = new Usage(Duration.ZERO, 0);

        /** The larger of each. */
        Usage grown(Usage later) {
            return new Usage(later.cpu.compareTo(cpu) > 0 ? later.cpu : cpu, Math.max(peakBytes, later.peakBytes));
        }
    }
}
