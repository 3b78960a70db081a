package io.github.sockspec.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The threads that run at one moment, or would if they had a core, with how often each has gone to sleep so far. One that is
 * awake at two moments and has not slept between them was busy all the while, however little of a crowded core it was given:
 * that is what CPU time can't tell.
 *
 * @param slept by thread number, how often it has given up its core by itself
 */
public record AwakeThreads(Map<Long, Long> slept) {
    public AwakeThreads {
        slept = Map.copyOf(slept);
    }

    /** Those of {@code processes} now; without what can't be seen. */
    public static AwakeThreads of(Collection<ProcessSnapshot> processes) {
        Map<Long, Long> slept = new HashMap<>();
        processes.forEach(process -> slept.putAll(Proc.awake(process.pid())));
        return new AwakeThreads(slept);
    }

    /** Whether one of its threads has not slept since {@code before}. */
    public boolean allTheTimeSince(AwakeThreads before) {
        return slept.entrySet().stream()
                .anyMatch(thread -> thread.getValue().equals(before.slept.get(thread.getKey())));
    }
}
