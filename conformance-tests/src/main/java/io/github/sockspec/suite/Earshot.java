package io.github.sockspec.suite;

import io.github.sockspec.target.Instance;

/**
 * What a program prints from a moment on.
 *
 * @param instance who prints
 * @param from how much it had printed before
 */
record Earshot(Instance instance, long from) {
    /** From now on. */
    static Earshot of(Instance instance) {
        return new Earshot(instance, instance.written());
    }

    /** What was printed since, bounded. */
    String heard() {
        return instance.wordsSince(from);
    }
}
