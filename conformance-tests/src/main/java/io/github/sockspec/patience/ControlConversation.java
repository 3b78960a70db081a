package io.github.sockspec.patience;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * What tells a slow machine from a slow program: a conversation with a program known to be right, had again and again while
 * the program under test is waited for, on the same core and by the same thread.
 *
 * @param conversation has it once, and says how long that took
 * @param slower how many times longer than that the program under test took when both were measured; at least 1
 */
public record ControlConversation(Supplier<Duration> conversation, int slower) {
    /** Nothing beside the wait. */
    public static final ControlConversation NONE = new ControlConversation(() -> Duration.ZERO, 1);

    public ControlConversation {
        if (slower < 1) {
            throw new IllegalArgumentException("a program counts as no quicker than its control: " + slower);
        }
    }
}
