package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    private static final List<Place> PLACES = Stream.of("one", "another")
            .flatMap(name -> Catalogue.all().stream().map(Case::id).map(id -> new Place(name, id)))
            .toList();

    /** Computed by other means: int(sha256("implementation\ncase").hexdigest()[:16], 16) % n + 1 in Python. */
    @ParameterizedTest
    @CsvSource({
        "reference-server, login/server/LOGIN-3/accepted@every-cut, 5",
        "reference-server, exec/server/EXEC-5/echo@every-cut, 6",
        "mine,             exec/server/EXEC-5/echo@every-cut, 2",
        "黏包,             hello/client/HELLO-C1/plain@whole, 2"
    })
    void takes_place_isTheSameOnEveryMachine(String implementation, String id, int index) {
        assertTrue(new Shard(index, 7).takes(new Place(implementation, id)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 100})
    void takes_everyPlace_isInOneShard(int of) {
        for (Place place : PLACES) {
            assertEquals(
                    1,
                    IntStream.rangeClosed(1, of)
                            .filter(index -> new Shard(index, of).takes(place))
                            .count(),
                    place::toString);
        }
    }

    @Test
    void takes_allPlaces_areDividedEvenly() {
        for (int index = 1; index <= 4; index++) {
            Shard shard = new Shard(index, 4);
            double share = PLACES.stream().filter(shard::takes).count() / (double) PLACES.size();
            assertEquals(0.25, share, 0.06, "of shard " + shard);
        }
    }

    @Test
    void of_written_isThatShard() {
        assertEquals(new Shard(2, 8), Shard.of("2/8"));
        assertTrue(Shard.of("1/1").whole());
        assertFalse(Shard.of("1/2").whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/3", "4/3", "-1/3", "1/0", "1/3/5", "a/b", "1/9999999"})
    void of_other_isRefused(String written) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Shard.of(written))
                .getMessage());
        assertAll(() -> assertTrue(message.startsWith("a shard is i/n with i from 1 to n"), message));
    }
}
