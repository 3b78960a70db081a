package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Scene;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the runs of a client are judged in one conversation.
 *
 * @param protocol what is spoken
 * @param counterpart the conversation
 * @param play has one more run, by the delivery that it is given
 */
record ClientJudging(Protocol protocol, Counterpart counterpart, Function<Delivery, Encounter> play) {
    /** That all is asked and printed rightly, by each delivery. */
    Judging works() {
        Yardstick yardstick = new Yardstick(this::printedWhole);
        Scene.Demand demand = isLogin() ? Scene.Demand.SUCCEED : Scene.Demand.WORK;
        return new Judging((delivery, encounter) -> works(delivery, encounter, yardstick), delivery -> demand)
                .by(yardstick);
    }

    /** That the client says so and ends, wherever the replies break off. */
    Judging givesUp() {
        int total = counterpart.shape().length();
        return new Judging(
                this::brokeOff, delivery -> delivery.length() < total ? Scene.Demand.GIVE_UP : Scene.Demand.WORK);
    }

    /** That an empty line is not sent. */
    Judging keepsEmptyLine() {
        return new Judging(
                (delivery, encounter) -> ClientJudge.keepsEmptyLine(counterpart, encounter.seen(), encounter.run()),
                delivery -> Scene.Demand.WORK);
    }

    private Finding works(Delivery delivery, Encounter encounter, Yardstick yardstick) {
        Finding worked = worked(encounter);
        return worked == Finding.HOLDS && isLogin() && delivery.alters(counterpart.shape())
                ? yardstick.of(encounter.run().output())
                : worked;
    }

    private Finding worked(Encounter encounter) {
        Finding worked = ClientJudge.works(counterpart, encounter.seen(), encounter.run());
        return worked == Finding.HOLDS && isLogin() ? ClientJudge.succeeds(encounter.run()) : worked;
    }

    /** What the client prints when all replies come whole; nothing where it then does not work. */
    private Optional<Bytes> printedWhole() {
        Encounter whole = play.apply(Delivery.of(counterpart.shape().messages()));
        return worked(whole) == Finding.HOLDS ? Optional.of(whole.run().output()) : Optional.empty();
    }

    /** A login client prints what it likes, or nothing: no protocol says what must be there. */
    private boolean isLogin() {
        return protocol.word().equals("login");
    }

    private Finding brokeOff(Delivery delivery, Encounter encounter) {
        int total = counterpart.shape().length();
        String after =
                "after the stream ended (" + delivery.ending().how().word().toUpperCase(Locale.ROOT) + ") at byte "
                        + delivery.length() + " of " + total;
        if (delivery.length() < total) {
            return ClientJudge.givesUp(
                    after, counterpart.brokenOff(delivery.length()), encounter.seen(), encounter.run());
        }
        Finding worked = ClientJudge.works(counterpart, encounter.seen(), encounter.run());
        return worked == Finding.HOLDS ? ClientJudge.ends(after, encounter.run()) : worked;
    }

    /**
     * How each delivery is judged.
     *
     * @param judge by which judge
     * @param demand the same as a word for whoever has it again without this suite
     * @param order in what order the client is heard and answered
     * @param whole what it prints when the replies come whole, where it is judged by that
     */
    record Judging(
            BiFunction<Delivery, Encounter, Finding> judge,
            Function<Delivery, Scene.Demand> demand,
            Scene.Order order,
            Supplier<Optional<Bytes>> whole) {
        /** Of a client that is answered each request before the next one. */
        Judging(BiFunction<Delivery, Encounter, Finding> judge, Function<Delivery, Scene.Demand> demand) {
            this(judge, demand, Scene.Order.IN_TURN, Optional::empty);
        }

        Judging in(Scene.Order other) {
            return new Judging(judge, demand, other, whole);
        }

        Judging by(Yardstick yardstick) {
            return new Judging(judge, demand, order, yardstick::measured);
        }
    }
}
