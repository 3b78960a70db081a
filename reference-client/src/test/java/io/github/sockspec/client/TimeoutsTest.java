package io.github.sockspec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutsTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.0009S", "PT-1S", "P25D"})
    void new_timeOutOfRange_isRefused(String time) {
        Duration wrong = Duration.parse(time);
        Duration right = Duration.ofSeconds(1);
        assertThrows(IllegalArgumentException.class, () -> new Timeouts(wrong, right, right));
        assertThrows(IllegalArgumentException.class, () -> new Timeouts(right, wrong, right));
        assertThrows(IllegalArgumentException.class, () -> new Timeouts(right, right, wrong));
    }

    @Test
    void default_times_areThoseOfTheHelp() {
        String help = Ended.inProcess("", "--help").out();
        for (Duration each :
                new Duration[] {Timeouts.DEFAULT.connect(), Timeouts.DEFAULT.idle(), Timeouts.DEFAULT.interval()}) {
            assertEquals(true, help.contains("(" + each.toSeconds() + ")"), () -> "the help says " + each);
        }
    }
}
