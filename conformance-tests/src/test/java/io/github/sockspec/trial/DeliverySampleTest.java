package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliverySampleTest {
    private static final Shape SHAPE = new Shape(List.of(400), List.of(200));

    private static List<Delivery> sample(int most) {
        return DeliverySample.of(Family.EVERY_CUT.of(SHAPE, Sampling.DEFAULT).toList(), SHAPE, most, Sampling.DEFAULT);
    }

    @Test
    void of_fewOfMany_haveAllNextToSeamsAndEnds() {
        List<Integer> cuts =
                sample(16).stream().map(each -> each.cuts(SHAPE).get(0)).toList();
        assertEquals(16, cuts.size());
        assertTrue(cuts.containsAll(List.of(1, 199, 200, 201, 399)), cuts::toString);
        assertEquals(cuts, cuts.stream().sorted().toList(), "in their order");
    }

    @Test
    void of_veryFew_areNotAllNextToSeams() {
        List<Integer> cuts =
                sample(4).stream().map(each -> each.cuts(SHAPE).get(0)).toList();
        assertEquals(4, cuts.size());
        assertTrue(
                cuts.stream().filter(List.of(1, 199, 200, 201, 399)::contains).count() >= 2, cuts::toString);
    }

    @Test
    void of_noMoreThanThat_areAll() {
        assertEquals(399, sample(399).size());
    }
}
