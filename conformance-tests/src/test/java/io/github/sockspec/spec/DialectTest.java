package io.github.sockspec.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DialectTest {
    private static final Bytes OUT = Bytes.utf8("out");
    private static final Bytes ERR = Bytes.utf8("err");

    private static LoginDialect login(String success, String fail) {
        return new LoginDialect(
                RequestFraming.LINES,
                "|",
                Bytes.utf8(success),
                Bytes.utf8(fail),
                LoginDialect.Attempts.MANY,
                LoginDialect.Closer.CLIENT,
                Lifetime.MANY);
    }

    @ParameterizedTest
    @CsvSource({"ok,okay", "okay,ok", "same,same"})
    void login_replyThatIsAPrefixOfTheOther_refused(String success, String fail) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> login(success, fail))
                .getMessage());
        assertTrue(message.startsWith("neither reply may be a prefix of the other"), message);
    }

    @Test
    void login_repliesThatCanBeToldApart_accepted() {
        assertEquals(Bytes.utf8("ok"), login("ok", "no").success());
    }

    @ParameterizedTest
    @CsvSource({
        "STDERR_ELSE_STDOUT,err,out,err",
        "STDOUT_THEN_STDERR,outerr,out,err",
        "STDERR_THEN_STDOUT,errout,out,err",
        "STDOUT_ELSE_STDERR,out,out,err",
        "STDOUT,out,out,''"
    })
    void body_ofBothStreamsAndOfOne_isAsTheRuleSays(BodyRule rule, String both, String onlyOut, String onlyErr) {
        assertEquals(Bytes.utf8(both), rule.choose(OUT, ERR));
        assertEquals(Bytes.utf8(onlyOut), rule.choose(OUT, Bytes.EMPTY));
        assertEquals(Bytes.utf8(onlyErr), rule.choose(Bytes.EMPTY, ERR));
        assertEquals(Bytes.EMPTY, rule.choose(Bytes.EMPTY, Bytes.EMPTY));
    }

    @Test
    void bodyOf_nothingPrinted_isTheTextForIt() {
        ExecDialect reference = ExecDialect.REFERENCE;
        ExecDialect spoken = new ExecDialect(
                reference.request(),
                reference.reply(),
                Optional.empty(),
                BodyRule.STDOUT,
                Bytes.utf8("(none)"),
                Optional.of("exit"),
                StandardCharsets.UTF_8,
                Lifetime.MANY);
        assertEquals(Bytes.utf8("(none)"), spoken.bodyOf(Bytes.EMPTY, ERR));
        assertEquals(OUT, spoken.bodyOf(OUT, ERR));
        assertEquals(Bytes.EMPTY, reference.bodyOf(Bytes.EMPTY, Bytes.EMPTY));
    }

    @Test
    void frame_ofEachEnd_isOnTheWireAsPublished() {
        Bytes hi = Bytes.utf8("hi");
        assertEquals("68690a", RequestFraming.LINES.frame(hi).toHex());
        assertEquals(
                "6869",
                new RequestFraming(RequestEnd.NOTHING, StandardCharsets.UTF_8, IntegerFormat.I32LE)
                        .frame(hi)
                        .toHex());
        RequestFraming length = new RequestFraming(RequestEnd.LENGTH, StandardCharsets.UTF_8, IntegerFormat.I32BE);
        assertEquals("000000026869", length.frame(hi).toHex());
        assertEquals(4, length.header());
        assertEquals(0, RequestFraming.LINES.header());
    }

    @Test
    void cuttable_whereNothingEndsARequest_isFalse() {
        RequestFraming nothing = new RequestFraming(RequestEnd.NOTHING, StandardCharsets.UTF_8, IntegerFormat.I32LE);
        LoginDialect login = LoginDialect.REFERENCE;
        assertTrue(login.cuttable());
        assertFalse(new LoginDialect(
                        nothing, "|", login.success(), login.fail(), login.attempts(), login.closes(), Lifetime.ONE)
                .cuttable());
        assertTrue(Dialect.reference(Protocol.required("digest")).cuttable());
    }

    @ParameterizedTest
    @MethodSource("io.github.sockspec.spec.Protocol#all")
    void reference_ofProtocol_isItsOwn(Protocol protocol) {
        String name = Dialect.reference(protocol).getClass().getSimpleName();
        assertEquals(protocol.word(), name.replace("Dialect", "").toLowerCase(java.util.Locale.ROOT));
    }
}
