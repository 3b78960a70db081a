package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownSilencesTest {
    private static final Duration WHOLE = Duration.ofSeconds(2);
    private static final Clause CUT = Clause.required("LOGIN-3");
    private static final Clause JOINED = Clause.required("LOGIN-4");
    private static final Finding BROKEN = Finding.Broken.of("nothing more came", "an answer", "nothing");

    private final ShownSilences shownSilences = new ShownSilences();
    private final Patience patience = new Patience(Patience.Of.ANSWER);

    private Duration waited(Clause clause, Duration latency) {
        patience.measured(latency);
        patience.begins();
        return shownSilences.patience(clause, patience);
    }

    private static Observation silence() {
        return new Observation(List.of(new Fact.Connected(Duration.ZERO), new Fact.Quiet(WHOLE, WHOLE)));
    }

    private static Observation answered(Duration at) {
        return new Observation(
                List.of(new Fact.Connected(Duration.ZERO), new Fact.Received(at, 0, Bytes.utf8("fail"))));
    }

    @Test
    void patience_silenceShown_shorterUnderThatClauseAlone() {
        shownSilences.saw(CUT, silence(), BROKEN);

        assertEquals(Patience.AGAIN, waited(CUT, Duration.ofMillis(1)));
        assertEquals(WHOLE, waited(JOINED, Duration.ofMillis(1)));
    }

    @Test
    void patience_silenceOfASlowProgram_fiftyTimesItsLatency() {
        shownSilences.saw(CUT, silence(), BROKEN);

        assertEquals(Duration.ofSeconds(1), waited(CUT, Duration.ofMillis(20)));
        assertEquals(Duration.ofSeconds(5), waited(CUT, Duration.ofMillis(100)));
    }

    @Test
    void patience_silenceForWhichTheMachineWasTooSlow_staysWhole() {
        shownSilences.saw(CUT, silence(), new Finding.Undecided("this machine was too slow"));

        assertEquals(WHOLE, waited(CUT, Duration.ofMillis(1)));
    }

    @Test
    void patience_answerThatCameLate_staysWhole() {
        shownSilences.saw(CUT, answered(ShownSilences.LATE.plusMillis(1)), Finding.HOLDS);
        shownSilences.saw(CUT, silence(), BROKEN);

        assertEquals(WHOLE, waited(CUT, Duration.ofMillis(1)));
    }

    @Test
    void patience_answersInTimeOnly_staysWhole() {
        shownSilences.saw(CUT, answered(ShownSilences.LATE), BROKEN);

        assertEquals(WHOLE, waited(CUT, Duration.ofMillis(1)));
    }
}
