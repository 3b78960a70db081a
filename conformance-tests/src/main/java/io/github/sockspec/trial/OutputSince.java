package io.github.sockspec.trial;

import io.github.sockspec.program.Instance;

/**
 * What a program prints from a moment on.
 *
 * @param instance who prints
 * @param from how much it had printed before
 */
record OutputSince(Instance instance, long from) {
    /** From now on. */
    static OutputSince of(Instance instance) {
        return new OutputSince(instance, instance.written());
    }

    /** What was printed since, bounded. */
    String heard() {
        return instance.wordsSince(from);
    }
}
