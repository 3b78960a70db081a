package io.github.sockspec.suite;

/**
 * What memory a program holds beside what it has read of a flood, in bytes.
 *
 * @param before resident before the flood
 * @param now resident at the last look
 * @param most the most that was resident at a look
 * @param read what the program had read by the last look
 */
record Growth(long before, long now, long most, long read) {
    /** A program's memory comes and goes by so much, or somewhat less, whatever it reads. */
    static final long NOISE = 4 << 20;

    /** What one connection may take, however little it reads. */
    static final long CONNECTION = 2 << 20;

    static Growth from(long resident) {
        return new Growth(resident, resident, resident, 0);
    }

    /** A later look. */
    Growth then(long resident, long nowRead) {
        return new Growth(before, resident, Math.max(most, resident), nowRead);
    }

    /** By how much it had grown at most. */
    long grown() {
        return most - before;
    }

    /** By how much it has grown now. */
    long held() {
        return now - before;
    }

    /**
     * Whether it holds half as much as it has read, or more. That shows no store by itself: a runtime that collects its garbage
     * late holds what it has read too, for a while.
     */
    boolean inProportion() {
        return inProportionFrom(CONNECTION);
    }

    /** As {@link #inProportion()}, where {@code least} bytes are enough. */
    boolean inProportionFrom(long least) {
        return held() >= Math.max(least, read / 2);
    }

    /** Whether it holds less after a flood of {@code less}, by half of what was read less or more: what a buffer takes does not. */
    boolean inStep(Growth less) {
        return held() - less.held() >= (read - less.read) / 2;
    }

    /** Whether at a later look, with {@code resident} bytes, half of what it had grown by is gone, or more. */
    boolean releasedAt(long resident) {
        return resident - before <= held() / 2;
    }
}
