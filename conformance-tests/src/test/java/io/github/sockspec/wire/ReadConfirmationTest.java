package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A cut is real only when it was read: the claim the whole suite stands on, shown on a reader that counts. */
class ReadConfirmationTest {
    private static final Bytes MESSAGE = Bytes.utf8("0123456789");
    private static final Shape SHAPE = Shape.of(10);

    /** All 512 compositions of 10 bytes. */
    private static List<Delivery> compositions() {
        return Stream.concat(
                        Family.WHOLE.of(SHAPE, Sampling.DEFAULT), Family.EVERY_COMPOSITION.of(SHAPE, Sampling.DEFAULT))
                .toList();
    }

    @RepeatedTest(10)
    void carry_everyComposition_readExactlyAsWritten() throws IOException {
        assertEquals(512, compositions().size());
        try (RecvSizes reader = new RecvSizes();
                Carrier carrier = Carrier.confirming(Limits.UNMEASURED)) {
            for (Delivery delivery : compositions()) {
                assertEquals(delivery.writes(), reader.read(carrier, MESSAGE, delivery.writes()));
            }
        }
    }

    @Test
    void carry_withoutConfirmation_readsRunTogether() throws IOException {
        try (RecvSizes reader = new RecvSizes();
                Carrier carrier = new Carrier(new TimedConfirmation(Duration.ZERO), Limits.UNMEASURED)) {
            long missed = compositions().stream()
                    .filter(delivery -> !delivery.writes().equals(reader.read(carrier, MESSAGE, delivery.writes())))
                    .count();
            assertTrue(missed > 0, "without confirmation every one of 512 compositions was read as written");
        }
    }
}
