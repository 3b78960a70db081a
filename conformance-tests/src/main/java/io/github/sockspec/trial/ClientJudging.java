package io.github.sockspec.trial;

import io.github.sockspec.conversation.Due;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.protocol.Programs;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.verdict.ClientJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the runs of a client are judged in one conversation.
 *
 * @param protocol what is spoken
 * @param serverPart the conversation
 * @param play has one more run, by the delivery that it is given
 */
record ClientJudging(Protocol protocol, ServerPart serverPart, Function<Delivery, ObservedRun> play) {
    /** That all is asked and printed rightly, by each delivery. */
    Judging works() {
        OutputYardstick outputYardstick = new OutputYardstick(this::whole);
        Occasion.Demand demand = printsAnything() ? Occasion.Demand.SUCCEED : Occasion.Demand.WORK;
        return new Judging((delivery, observedRun) -> works(delivery, observedRun, outputYardstick), delivery -> demand)
                .by(outputYardstick);
    }

    /** That the client says so and ends, wherever the replies break off. */
    Judging givesUp() {
        int total = serverPart.shape().length();
        return new Judging(
                this::brokeOff, delivery -> delivery.length() < total ? Occasion.Demand.GIVE_UP : Occasion.Demand.WORK);
    }

    /** That wherever the replies break off the client ends or connects once more. */
    Judging leavesOrAsksAgain() {
        return new Judging(
                        (delivery, observedRun) -> ClientJudge.leavesOrAsksAgain(after(delivery), observedRun.run()),
                        delivery -> Occasion.Demand.LEAVE)
                .in(Serving.UNTIL_IT_LEAVES);
    }

    /** That an empty line is not sent. */
    Judging keepsEmptyLine() {
        return new Judging(
                (delivery, observedRun) ->
                        ClientJudge.keepsEmptyLine(serverPart, observedRun.seen(), observedRun.run()),
                delivery -> Occasion.Demand.WORK);
    }

    private Finding works(Delivery delivery, ObservedRun observedRun, OutputYardstick outputYardstick) {
        Finding worked = worked(observedRun);
        if (worked != Finding.HOLDS || !delivery.alters(serverPart.shape())) {
            return worked;
        }
        boolean measuredByEnd = serverPart.due().end() == Due.End.BY_ITSELF;
        Finding ended = measuredByEnd ? outputYardstick.ended(observedRun.run()) : worked;
        return ended == Finding.HOLDS && printsAsWhole() ? outputYardstick.printed(observedRun.run()) : ended;
    }

    private boolean printsAsWhole() {
        return printsAnything() || serverPart.due().printsAsWhole();
    }

    private Finding worked(ObservedRun observedRun) {
        Finding worked = ClientJudge.works(serverPart, observedRun.seen(), observedRun.run());
        return worked == Finding.HOLDS && printsAnything() ? ClientJudge.succeeds(observedRun.run()) : worked;
    }

    /** One more run in which all replies come whole; nothing where the client then does not work. */
    private Optional<ProgramRun> whole() {
        ObservedRun whole = play.apply(Delivery.of(serverPart.shape().messages()));
        return worked(whole) == Finding.HOLDS ? Optional.of(whole.run()) : Optional.empty();
    }

    /** Where no output must be there, the status says whether it worked, and cuts may change nothing of what it prints. */
    private boolean printsAnything() {
        return protocol.programs().prints() == Programs.Printing.ANYTHING;
    }

    private Finding brokeOff(Delivery delivery, ObservedRun observedRun) {
        int total = serverPart.shape().length();
        String after = after(delivery);
        if (delivery.length() < total) {
            return ClientJudge.givesUp(
                    after, serverPart.brokenOff(delivery.length()), observedRun.seen(), observedRun.run());
        }
        Finding worked = ClientJudge.works(serverPart, observedRun.seen(), observedRun.run());
        return worked == Finding.HOLDS ? ClientJudge.ends(after, observedRun.run()) : worked;
    }

    private String after(Delivery delivery) {
        return "after the stream ended (" + delivery.ending().how().word().toUpperCase(Locale.ROOT) + ") at byte "
                + delivery.length() + " of " + serverPart.shape().length();
    }

    /**
     * How each delivery is judged.
     *
     * @param judge by which judge
     * @param demand the same as a word for whoever has it again without this suite
     * @param serving in what way the client is served
     * @param whole a run in which the replies came whole, where it is judged by that
     */
    record Judging(
            BiFunction<Delivery, ObservedRun, Finding> judge,
            Function<Delivery, Occasion.Demand> demand,
            Serving serving,
            Supplier<Optional<ProgramRun>> whole) {
        /** Of a client that is answered each request before the next one. */
        Judging(BiFunction<Delivery, ObservedRun, Finding> judge, Function<Delivery, Occasion.Demand> demand) {
            this(judge, demand, Serving.IN_TURN, Optional::empty);
        }

        Judging in(Serving other) {
            return new Judging(judge, demand, other, whole);
        }

        Judging by(OutputYardstick outputYardstick) {
            return new Judging(judge, demand, serving, outputYardstick::measured);
        }
    }
}
