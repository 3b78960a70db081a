package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.NotInDialect;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One case being carried out against one program, whichever side that takes. Each statement made is evidence; a case that
 * makes none is inconclusive, never passed.
 */
public abstract class CaseRun {
    private final CaseName name;
    private final Implementation implementation;
    private final Session session;
    private final Evidence evidence = new Evidence();

    CaseRun(CaseName name, Implementation implementation, Session session) {
        this.name = name;
        this.implementation = implementation;
        this.session = session;
    }

    /** Gives back what the case had to itself. */
    abstract void end();

    /** What the program printed that helps to understand why the case did not pass. */
    abstract String lastWords();

    final Family family() {
        return name.family()
                .orElseThrow(() -> new IllegalArgumentException(name + ": no family of deliveries is called "
                        + name.delivery() + "; there are " + Family.words()));
    }

    /** Where not everything can be tried, what is. */
    public final Sampling sampling() {
        return session.sampling();
    }

    /** What {@code made} gives; ends the case as not applicable when the dialect has no way to say it. */
    public final <T> T inDialect(Supplier<T> made) {
        try {
            return made.get();
        } catch (NotInDialect reason) {
            throw CaseStop.notApplicable(String.valueOf(reason.getMessage()));
        }
    }

    /** States something found by other means than a delivery. */
    public final void states(Finding finding) {
        evidence.check(finding);
    }

    /** To be thrown: ends the case, because what it asks can't be asked here. */
    public final RuntimeException notApplicable(String reason) {
        return CaseStop.notApplicable(reason);
    }

    /** To be thrown: ends the case, because what had to be shown could not be. */
    public final RuntimeException inconclusive(String reason) {
        return CaseStop.inconclusive(reason);
    }

    /** The dialect of the program under test. */
    public final Dialect dialect() {
        return implementation.dialect();
    }

    /** The one delivery that is asked for again, if one is. */
    public final Optional<RepeatedDelivery> repeatedDelivery() {
        return session.repeatedDelivery();
    }

    /** The same as a delivery of {@code said}; ends the case where it is none. */
    public final Optional<Delivery> repeatedDelivery(Bytes said, RecordedDelivery.Fit fit) {
        return session.repeatedDelivery().map(repeatedDelivery -> repeatedDelivery.delivery(said, fit));
    }

    /** Lets whoever asked for a delivery again see what it has shown. */
    final void watched(Supplier<? extends Occasion> occasion, Observation seen, Finding finding) {
        session.repeatedDelivery()
                .ifPresent(repeatedDelivery -> repeatedDelivery.observer().saw(occasion.get(), seen, finding));
    }

    final boolean thorough() {
        return session.thorough();
    }

    public final Evidence evidence() {
        return evidence;
    }

    public final CaseName name() {
        return name;
    }

    public final Implementation implementation() {
        return implementation;
    }
}
