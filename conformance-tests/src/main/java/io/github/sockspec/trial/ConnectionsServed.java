package io.github.sockspec.trial;

import io.github.sockspec.protocol.Lifetime;
import java.time.Duration;
import java.util.Optional;

/**
 * What one instance has been used for since it was started, and whether it is spent: some programs serve one client in
 * their life, by intent or by a fault. Each conversation with such a one needs a fresh start. For one thread.
 */
public final class ConnectionsServed {
    /** How long a program may work on what a case has said last, before it is looked whether it still serves. */
    static final Duration AFTER_CASE = Duration.ofMillis(300);

    private final Lifetime declared;
    private Optional<String> refusal = Optional.empty();
    private boolean seenOnce;
    private boolean used;
    private boolean touched;
    private int held;

    /** Of an instance that was just started. */
    ConnectionsServed(Lifetime declared) {
        this.declared = declared;
    }

    /** It was seen to serve its first client after a start, or its first few, and no others. */
    void sawOnce() {
        seenOnce = true;
        used();
    }

    /** Whether it serves its first clients alone, for whichever reason. */
    public boolean once() {
        return seenOnce || onceByIntent();
    }

    /** Whether it does by intent: then that others are not served behind it is no fault. */
    public boolean onceByIntent() {
        return declared == Lifetime.ONE;
    }

    /** A case begins. */
    void begin(Optional<String> why) {
        refusal = why;
        touched = false;
    }

    /** Ends the case as inconclusive where nothing could be shown by asking. */
    void requireAsked() {
        refusal.ifPresent(why -> {
            throw CaseStop.inconclusive(why);
        });
    }

    /** Something is said to it. */
    void used() {
        used = true;
        touched = true;
    }

    /** A connection of it is kept open. */
    void holds() {
        held++;
    }

    void released() {
        held = 0;
    }

    /** Whether it has served the one client that it serves, or is about to. */
    boolean usedUp() {
        return once() && used;
    }

    /** Whether it must be started anew before anybody can be expected to be served; not under an open connection. */
    boolean spent() {
        return usedUp() && held == 0;
    }

    /** It was started anew. */
    void fresh() {
        used = false;
        touched = true;
    }

    /** The case is over; whether it has done anything to the instance. */
    boolean end() {
        refusal = Optional.empty();
        held = 0;
        return touched;
    }

    /** The next case finds it as it should be. */
    void settled() {
        touched = false;
    }
}
