package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.DatagramMessages;
import io.github.sockspec.delivery.DatagramFamily;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.DatagramJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.Occasion.Reckoning;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What a case says in datagrams and states of the answers. Silence is shown by a barrier: behind everything one more asker
 * makes the request, and what has not come before it is answered does not come. Where the program ends after one reply,
 * that end is the barrier.
 */
public final class Datagrams {
    /** The longest datagram that is spelled out in a reason. */
    private static final int SHORT = 40;

    private static final String ONE_REPLY = "its process ends after one reply, and this needs more";

    private final Trial trial;
    private final DatagramAsker datagramAsker;

    private Datagrams(Trial trial, DatagramAsker datagramAsker) {
        this.trial = trial;
        this.datagramAsker = datagramAsker;
    }

    public static Datagrams of(Trial trial) {
        return new Datagrams(
                trial,
                trial.underTest()
                        .datagramAsker()
                        .orElseThrow(() -> new IllegalArgumentException(trial.name() + " is not said in datagrams")));
    }

    /** What can be said of the conversation that the case is named after. */
    public DatagramMessages messages() {
        return datagramAsker
                .messages(trial.name().conversation())
                .lettered(trial.name().toString());
    }

    /**
     * One asking that is carried out and judged.
     *
     * @param asking without its barrier
     * @param plan how its datagrams get through
     * @param reckoning what is asked of the server, as a word for whoever has it again without this suite
     * @param judge the same of what was asked, with its barrier, and seen
     */
    private record Posting(
            DatagramConversation asking,
            DatagramPlan plan,
            Reckoning reckoning,
            BiFunction<DatagramConversation, Observation, Finding> judge) {}

    /**
     * States that what is asked is answered, each datagram by itself, by every plan of the family that the case is named
     * after. A delivery that is no family tells in which order is asked; then every datagram passes as it was sent.
     */
    public void answered(DatagramConversation asking) {
        carryOut(plans(asking).stream()
                .map(plan -> new Posting(asking, plan, Reckoning.ANSWERED, DatagramJudge::answered)));
    }

    private List<DatagramPlan> plans(DatagramConversation asking) {
        Optional<RepeatedDelivery> repeatedDelivery = trial.repeatedDelivery();
        if (repeatedDelivery.isPresent()) {
            requireSame(asking, repeatedDelivery.get());
            return List.of(repeatedDelivery.get().travel().plan());
        }
        List<DatagramPlan> plans = DatagramFamily.of(trial.name().delivery())
                .orElse(DatagramFamily.AS_SENT)
                .of(asking.datagrams(), trial.sampling())
                .toList();
        if (datagramAsker.onlyOnce() && plans.stream().anyMatch(DatagramPlan::alters)) {
            throw trial.notApplicable(ONE_REPLY);
        }
        return plans;
    }

    /** States that each of these leaves it serving, up to the first that does not. */
    public void survives(List<Bytes> datagrams) {
        carryOut(again(datagrams).stream()
                .map(datagram -> serving(messages().of(datagram), "after " + described(datagram))));
    }

    /** States that another asker is answered behind all this; {@code when} says in words after what. */
    public void survives(DatagramConversation asking, String when) {
        trial.repeatedDelivery().ifPresent(repeatedDelivery -> requireSame(asking, repeatedDelivery));
        carryOut(Stream.of(serving(asking, when)));
    }

    private Posting serving(DatagramConversation asking, String when) {
        return new Posting(asking, DatagramPlan.AS_SENT, Reckoning.SERVED, (whole, seen) -> served(whole, seen, when));
    }

    /** A request lost beside others is another clause's matter: what serves at the next attempt serves. */
    private Finding served(DatagramConversation whole, Observation seen, String when) {
        Finding finding = DatagramJudge.served(whole, seen);
        boolean later = finding instanceof Finding.Broken
                && !seen.has(Fact.Unbound.class)
                && trial.underTest().control() == Finding.HOLDS;
        return later ? Finding.HOLDS : finding.behind(when + ", another asker is not served: ");
    }

    /** What nobody may get more of than he sent. */
    public enum Bound {
        /** Datagrams, and their bytes. */
        BYTES,
        /** Datagrams, however long. */
        DATAGRAMS;

        private Posting posting(DatagramConversation asking, DatagramPlan plan) {
            return switch (this) {
                case BYTES -> new Posting(asking, plan, Reckoning.BOUNDED, DatagramJudge::bounded);
                case DATAGRAMS -> new Posting(asking, plan, Reckoning.ONE_FOR_ONE, DatagramJudge::oneForOne);
            };
        }
    }

    /** States for each of these that no more than {@code bound} allows is sent for it. */
    public void bounded(List<Bytes> datagrams, Bound bound) {
        carryOut(again(datagrams).stream()
                .map(datagram -> bound.posting(messages().of(datagram), DatagramPlan.AS_SENT)));
    }

    /** States that no more than {@code bound} allows is sent, by the family the case is named after. */
    public void bounded(DatagramConversation asking, Bound bound) {
        carryOut(plans(asking).stream().map(plan -> bound.posting(asking, plan)));
    }

    private void carryOut(Stream<Posting> postings) {
        new Deliveries<>(trial, new Postings()).carryOut(postings.toList());
    }

    private Occasion.Posted posted(DatagramConversation asking, DatagramPlan plan, Reckoning reckoning) {
        return new Occasion.Posted(asking, new Occasion.Plan(trial.name().delivery(), plan), reckoning);
    }

    /** These, or the one of them that is asked for again. */
    private List<Bytes> again(List<Bytes> datagrams) {
        return trial.repeatedDelivery()
                .map(repeatedDelivery ->
                        repeatedDelivery.travel().writes().stream().limit(1).toList())
                .orElse(datagrams);
    }

    /** What is asked for again must be what this case says. */
    private void requireSame(DatagramConversation asking, RepeatedDelivery repeatedDelivery) {
        List<Bytes> said =
                posted(barred(asking), DatagramPlan.AS_SENT, Reckoning.ANSWERED).writes();
        if (!repeatedDelivery.travel().writes().equals(said)) {
            throw repeatedDelivery.refused(
                    "the datagrams given are not those of this case in this program's dialect, which are " + said.size()
                            + ", the first " + said.get(0));
        }
    }

    /** One after the other, up to the first that does not hold, or while it does not cost a deadline each time. */
    private final class Postings implements Carrying<Posting> {
        private int silences;
        private boolean unheld;

        @Override
        public Carried<Posting> carry(Posting posting) {
            OutputSince outputSince = OutputSince.of(trial.instance());
            DatagramConversation whole = barred(posting.asking());
            Observation seen = trial.underTest().ask(whole, posting.plan());
            Finding finding = posting.judge().apply(whole, seen);
            return new Carried<>(
                    posting,
                    () -> posted(whole, posting.plan(), posting.reckoning()),
                    seen,
                    finding,
                    finding instanceof Finding.Broken ? outputSince.heard() : "",
                    Optional.empty(),
                    seen.has(Fact.Quiet.class));
        }

        @Override
        public boolean alters(Posting posting) {
            return false;
        }

        @Override
        public DeliveryCount.Chosen<Posting> worthwhile(List<Posting> all) {
            return new DeliveryCount.Chosen<>(all, "");
        }

        @Override
        public void carried(Carried<Posting> carried) {
            unheld = carried.finding() != Finding.HOLDS;
            silences += carried.late() ? 1 : 0;
        }

        @Override
        public boolean enough() {
            return unheld || (silences >= ServerCarrying.SILENCES && !trial.thorough());
        }

        @Override
        public void leftOut(int rest) {
            if (!unheld) {
                trial.evidence().leaveOut(rest, "each ended in silence, which costs a deadline");
            }
        }

        @Override
        public boolean simpler(Posting one, Posting other) {
            return false;
        }

        @Override
        public Carried<Posting> smallest(Carried<Posting> failing) {
            return failing;
        }
    }

    /** What is asked, with the barrier that fits the program; ends the case where that can't be had. */
    private DatagramConversation barred(DatagramConversation asking) {
        if (!datagramAsker.onlyOnce()) {
            return asking.then(messages().probe());
        }
        DatagramConversation whole = asking.then(messages().probe());
        boolean unanswered = trial.dialect().is("answers", "exact")
                && asking.asks().stream().noneMatch(ask -> whole.due(ask.says()).isPresent());
        if (unanswered) {
            return whole;
        }
        if (asking.datagrams() != 1 || !asking.equals(messages().plain())) {
            throw trial.notApplicable(ONE_REPLY);
        }
        return asking;
    }

    private static String described(Bytes datagram) {
        return datagram.length() <= SHORT
                ? "the datagram " + datagram
                : "a datagram of " + datagram.length() + " bytes";
    }
}
