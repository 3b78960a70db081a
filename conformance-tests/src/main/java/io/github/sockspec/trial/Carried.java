package io.github.sockspec.trial;

import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One delivery that was carried out.
 *
 * @param <D> a delivery of bytes or of datagrams
 * @param delivery which
 * @param occasion the occasion that it made, for those who have it again; made when it is asked for
 * @param seen what was seen
 * @param finding what it comes to
 * @param words what the program printed meanwhile, where the finding is broken
 * @param afterwards what was seen of the client behind it, where it is that which shows the failure
 * @param late whether it cost a deadline, where deadlines are counted by it
 */
record Carried<D>(
        D delivery,
        Supplier<? extends Occasion> occasion,
        Observation seen,
        Finding finding,
        String words,
        Optional<Observation> afterwards,
        boolean late) {
    boolean fails() {
        return finding instanceof Finding.Broken;
    }
}
