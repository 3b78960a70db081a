package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sockspec.conversation.Accounts.Pair;
import io.github.sockspec.protocol.Protocol;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccountsTest {
    private static Accounts own(Pair... pairs) {
        return new Accounts(List.of(pairs));
    }

    @Test
    void right_fixture_isItself() {
        assertEquals(new Pair("ma", "1234567"), Accounts.FIXTURE.right("ma", "1234567"));
        assertEquals(new Pair("chen", "12"), Accounts.FIXTURE.wrong(new Pair("chen", "12"), "|"));
    }

    @Test
    void right_ownAccounts_standInInOrder() {
        Accounts two = own(new Pair("root", "toor"), new Pair("guest", ""));
        assertEquals(new Pair("root", "toor"), two.right("chen", "123"));
        assertEquals(new Pair("guest", ""), two.right("zhang", "123"));
        assertThrows(NotInDialect.class, () -> two.right("liu", "456"));
        assertThrows(NotInDialect.class, () -> two.right("ma", "1234567"));
    }

    @ParameterizedTest
    @CsvSource({
        "chen, 12, root, too",
        "chen, 1234, root, toor4",
        "chen, wrong, root, wrong",
        "nobody, 123, nobody, toor",
        "che, 123, roo, toor",
        "zhang, 456, zhang, 456",
        "liu, 123, liu, toor"
    })
    void wrong_oneOwnAccount_differsFromItAsInTheFixture(String user, String password, String name, String secret) {
        assertEquals(new Pair(name, secret), own(new Pair("root", "toor")).wrong(new Pair(user, password), "|"));
    }

    static Stream<Accounts> awkward() {
        return Stream.of(
                own(new Pair("nobody", "123")),
                own(new Pair("che", "123"), new Pair("chen", "12")),
                own(new Pair("a", "")),
                own(new Pair("a", "1"), new Pair("a", "12"), new Pair("a", "123")),
                own(new Pair("root", "wrong"), new Pair("root", "321")),
                own(new Pair("wei", "pass word "), new Pair("nobody", "nobody"), new Pair("nobody4", "x")),
                own(new Pair("zhang", "456"), new Pair("liu", "123"), new Pair("du", "456"), new Pair("che", "x")));
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void wrong_whateverTheOwnAccounts_isNoneOfThem(Accounts accounts) {
        for (String name : List.of("strangers", "again", "three", "many", "longer", "prefix", "accepted")) {
            for (Script.Turn turn : Scripts.of(Protocol.required("login"), name).turns()) {
                if (turn.answer() == Script.Answer.FAIL && turn.user() != null && turn.password() != null) {
                    Pair wrong = accounts.wrong(new Pair(turn.user(), turn.password()), "|");
                    assertFalse(
                            accounts.own().stream()
                                    .anyMatch(each -> each.user().equals(wrong.user())
                                            && each.password()
                                                    .strip()
                                                    .equals(wrong.password().strip())),
                            () -> name + ": " + turn.user() + ", " + turn.password() + " became " + wrong);
                }
            }
        }
    }

    @Test
    void wrong_filler_isNotTheSeparator() {
        Accounts taken = own(new Pair("nobody", "1"));
        assertEquals("nobody4", taken.wrong(new Pair("nobody", "123"), "|").user());
        assertEquals("nobodyx", taken.wrong(new Pair("nobody", "123"), "4").user());
    }
}
