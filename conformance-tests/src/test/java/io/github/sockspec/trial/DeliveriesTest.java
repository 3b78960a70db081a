package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.SmallestFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The one loop, by a program that is made up: it fails whichever delivery it is told to. */
class DeliveriesTest {
    private static final Conversation SAID =
            Conversation.of("six", Conversation.Turn.of(Bytes.utf8("abcdef"), Reply.nothing()));
    private static final Finding.Broken WRONG = Finding.Broken.of("wrong", "a", "b");

    private final List<Delivery> had = new ArrayList<>();
    private final Run run = new Run();

    private static final class Run extends CaseRun {
        Run() {
            super(
                    CaseName.of(Clause.required("LOGIN-3"), "six", "every-cut"),
                    Implementation.reference(Protocol.required("login"), Role.SERVER),
                    new Session(Sampling.DEFAULT, Optional.empty()));
        }

        @Override
        void end() {}

        @Override
        String lastWords() {
            return "";
        }
    }

    private final class MadeUp extends StreamCarrying {
        private final Predicate<Delivery> fails;
        private final BooleanSupplier enough;

        MadeUp(Predicate<Delivery> fails, BooleanSupplier enough) {
            super(SAID.shape());
            this.fails = fails;
            this.enough = enough;
        }

        @Override
        public Carried<Delivery> carry(Delivery delivery) {
            had.add(delivery);
            Occasion occasion = new Occasion.Asked(SAID, delivery, Occasion.Besides.NOTHING);
            Finding finding = fails.test(delivery) ? WRONG : Finding.HOLDS;
            return new Carried<>(
                    delivery, () -> occasion, new Observation(List.of()), finding, "words", Optional.empty(), false);
        }

        @Override
        public DeliveryCount.Chosen<Delivery> worthwhile(List<Delivery> all) {
            return new DeliveryCount.Chosen<>(all.subList(0, Math.min(4, all.size())), "it is dear");
        }

        @Override
        public void carried(Carried<Delivery> carried) {}

        @Override
        public boolean enough() {
            return enough.getAsBoolean();
        }

        @Override
        int shrinkingTries() {
            return 20;
        }

        @Override
        List<Delivery> guesses(Delivery failing) {
            return List.of();
        }
    }

    private void carryOut(List<Delivery> all, Predicate<Delivery> fails, BooleanSupplier enough) {
        new Deliveries<>(run, new MadeUp(fails, enough)).carryOut(all);
    }

    private static List<Delivery> everyCut() {
        return Family.EVERY_CUT.of(SAID.shape(), Sampling.DEFAULT).toList();
    }

    private List<Integer> smallest() {
        SmallestFailure smallest = run.evidence().smallest().orElseThrow();
        return smallest.writes().stream().map(Bytes::length).toList();
    }

    @Test
    void carryOut_allHold_saysHowManyWereLeftOut() {
        carryOut(everyCut(), delivery -> false, () -> false);

        assertEquals(everyCut().subList(0, 4), had);
        assertEquals(new CaseResult.Tally(4, 4, 0, 5), run.evidence().tally());
        assertEquals(
                "1 deliveries were left out, for it is dear; --thorough tries all",
                run.evidence().note());
    }

    @Test
    void carryOut_enough_leavesTheRest() {
        carryOut(everyCut(), delivery -> false, () -> had.size() == 2);

        assertEquals(new CaseResult.Tally(2, 2, 0, 5), run.evidence().tally());
    }

    @Test
    void carryOut_severalFail_showsTheSimplestOfThem() {
        carryOut(
                everyCut(),
                delivery -> delivery.writes().size() == 2 && delivery.writes().get(0) >= 3,
                () -> false);

        assertEquals(List.of(3, 3), smallest());
        assertEquals(Optional.of("words"), run.evidence().words());
        assertEquals(2, run.evidence().failures());
    }

    @Test
    void carryOut_manyCutsFail_areShrunkWithoutBeingCounted() {
        List<Delivery> dripped =
                Family.BYTE_BY_BYTE.of(SAID.shape(), Sampling.DEFAULT).toList();
        carryOut(dripped, delivery -> delivery.ends().contains(4), () -> false);

        assertEquals(List.of(4, 2), smallest());
        assertTrue(had.size() > 1);
        assertEquals(new CaseResult.Tally(1, 1, 1, 1), run.evidence().tally());
    }

    @Test
    void carryOut_brokenOff_isShownWhereItBroke() {
        Delivery brokenOff = Delivery.of(List.of(1, 2)).ending(new Ending(Ending.How.FIN, Ending.When.AFTER_READ));
        carryOut(List.of(brokenOff), delivery -> true, () -> false);

        assertEquals(List.of(brokenOff), had);
        assertEquals(List.of(1, 2), smallest());
    }
}
