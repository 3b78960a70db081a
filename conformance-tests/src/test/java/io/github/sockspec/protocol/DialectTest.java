package io.github.sockspec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.yaml.InvalidYaml;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {
    private static final Bytes OUT = Bytes.utf8("out");
    private static final Bytes ERR = Bytes.utf8("err");

    private static Dialect login(String success, String fail) {
        return Dialects.of("login", "success: " + success + ", fail: " + fail);
    }

    @ParameterizedTest
    @CsvSource({"ok,okay", "okay,ok", "same,same"})
    void login_replyThatIsAPrefixOfTheOther_refused(String success, String fail) {
        String message = String.valueOf(
                assertThrows(InvalidYaml.class, () -> login(success, fail)).getMessage());
        assertTrue(message.contains("neither reply may be a prefix of the other"), message);
    }

    @Test
    void login_repliesThatCanBeToldApart_accepted() {
        assertEquals(Bytes.utf8("ok"), login("ok", "no").octets("success"));
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
        Dialect reference = Dialect.reference(Protocol.required("exec"));
        Dialect spoken = Dialects.of("exec", "body: stdout, empty: (none)");
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
        assertTrue(Dialect.reference(Protocol.required("login")).cuttable());
        assertFalse(
                Dialects.of("login", "request: {ends: nothing}, lifetime: one").cuttable());
        assertTrue(Dialect.reference(Protocol.required("digest")).cuttable());
    }

    @ParameterizedTest
    @MethodSource("io.github.sockspec.protocol.Protocol#all")
    void reference_ofProtocol_isWhatAnEmptySectionSays(Protocol protocol) {
        assertEquals(Dialect.reference(protocol), Dialects.of(protocol.word(), ""));
    }

    @Test
    void toString_dialect_saysWhatIsNotTheReferences() {
        assertEquals(
                "closes: server, request.encoding: gbk",
                Dialects.of("login", "closes: server, attempts: many, request: {encoding: gbk}")
                        .toString());
        assertEquals("", Dialect.reference(Protocol.required("exec")).toString());
    }

    @Test
    void octets_keyWithAnEncoding_areInIt() {
        Dialect gbk = Dialects.of("login", "success: 成功, request: {encoding: gbk}");
        assertEquals(Bytes.text("成功", Charset.forName("GBK")), gbk.octets("success"));
        assertEquals(Bytes.utf8("|"), gbk.octets("separator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "exec", "hello"})
    void words_thatStandForAConstant_haveOne(String protocol) {
        DialectKeys.of(Protocol.required(protocol)).keys().values().forEach(key -> {
            if (key.values() instanceof DialectKey.Words words) {
                words.words().forEach(word -> said(protocol, key, word));
            }
        });
    }

    /** Reads every shape that depends on a word, so that a word without code to it is found. */
    private static void said(String protocol, DialectKey key, String word) {
        String value = key.section().isEmpty()
                ? key.name() + ": " + word
                : key.section() + ": {" + key.name() + ": " + word + "}";
        Dialect dialect = Dialects.of(protocol, value);
        dialect.lifetime();
        if (dialect.has("request.ends")) {
            dialect.request().frame(Bytes.utf8("hi"));
        }
        if (dialect.has("reply.frame")) {
            dialect.reply();
            dialect.bodyOf(OUT, ERR);
            dialect.charset("output");
        }
    }
}
