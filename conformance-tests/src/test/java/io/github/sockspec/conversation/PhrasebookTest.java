package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.spec.BodyRule;
import io.github.sockspec.spec.DigestDialect;
import io.github.sockspec.spec.ExecDialect;
import io.github.sockspec.spec.HelloDialect;
import io.github.sockspec.spec.IntegerFormat;
import io.github.sockspec.spec.LoginDialect;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.ReplyFrame;
import io.github.sockspec.spec.RequestEnd;
import io.github.sockspec.spec.RequestFraming;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhrasebookTest {
    private static final LoginDialect LOGIN = LoginDialect.REFERENCE;
    private static final ExecDialect EXEC = ExecDialect.REFERENCE;

    private static RequestFraming ends(RequestEnd end) {
        return new RequestFraming(end, StandardCharsets.UTF_8, IntegerFormat.I32LE);
    }

    private static LoginDialect login(LoginDialect.Attempts attempts, LoginDialect.Closer closes) {
        return new LoginDialect(
                LOGIN.request(), "|", LOGIN.success(), LOGIN.fail(), attempts, closes, LOGIN.lifetime());
    }

    private static LoginDialect login(RequestFraming request, String separator) {
        return new LoginDialect(
                request, separator, LOGIN.success(), LOGIN.fail(), LOGIN.attempts(), LOGIN.closes(), LOGIN.lifetime());
    }

    private static ExecDialect exec(RequestFraming request, ReplyFrame reply, Optional<Bytes> acknowledge) {
        return new ExecDialect(
                request,
                reply,
                acknowledge,
                EXEC.body(),
                Bytes.EMPTY,
                EXEC.exit(),
                StandardCharsets.UTF_8,
                EXEC.lifetime());
    }

    private static Conversation speak(Phrasebook phrases, Protocol protocol, String turns) {
        Script script = Scripts.read(
                "test", "schema: 1\nname: test\nprotocol: " + protocol.word() + "\nabout: x\nturns:\n" + turns);
        return phrases.speak(script, Map.of("scratch", "/s"));
    }

    private static Conversation login(LoginDialect dialect, String turns) {
        return speak(Phrasebook.of(dialect, Accounts.FIXTURE), Protocol.required("login"), turns);
    }

    private static Conversation exec(ExecDialect dialect, String turns) {
        return speak(Phrasebook.of(dialect, Accounts.FIXTURE), Protocol.required("exec"), turns);
    }

    private static String refusal(Runnable speaking) {
        return String.valueOf(assertThrows(NotInDialect.class, speaking::run).getMessage());
    }

    private static final String RIGHT = "  - {user: chen, password: '123', answer: success}\n";
    private static final String WRONG = "  - {user: chen, password: '12', answer: fail}\n";

    @Test
    void login_reference_isLinesAndWords() {
        Conversation said = login(LOGIN, RIGHT + WRONG);
        assertEquals(Bytes.utf8("chen|123\nchen|12\n"), said.said());
        assertEquals(List.of(9, 8), said.shape().messages());
        assertEquals(Reply.exactly(Bytes.utf8("success")), said.turns().get(0).hears());
        assertEquals(Reply.exactly(Bytes.utf8("fail")), said.turns().get(1).hears());
    }

    @Test
    void login_lengthFramed_hasASeamBehindTheHeader() {
        Conversation said = login(login(ends(RequestEnd.LENGTH), "|"), RIGHT + RIGHT);
        assertEquals("080000006368656e7c313233", said.turns().get(0).says().toHex());
        assertEquals(List.of(4, 16), said.shape().seams());
    }

    @Test
    void login_otherSeparator_alsoInRequests() {
        LoginDialect dialect = login(RequestFraming.LINES, "::");
        assertEquals(Bytes.utf8("chen::123\n"), login(dialect, RIGHT).said());
        assertEquals(
                Bytes.utf8("a::b::\n"),
                login(dialect, "  - {request: 'a|b|', answer: fail-or-closed}\n")
                        .said());
    }

    @Test
    void login_gbk_encodesAndRefusesWhatItCannotWrite() {
        RequestFraming gbk = new RequestFraming(RequestEnd.NEWLINE, Charset.forName("GBK"), IntegerFormat.I32LE);
        LoginDialect dialect = login(gbk, "|");
        assertEquals(
                "df5c7c967c31320a",
                login(dialect, "  - {user: 運, password: 東12, answer: success}\n")
                        .said()
                        .toHex());
        assertTrue(refusal(() -> login(dialect, "  - {user: 🙂, password: x, answer: fail}\n"))
                .endsWith("can't be written in GBK"));
    }

    @Test
    void login_oneAttempt_refusesTwo() {
        LoginDialect dialect = login(LoginDialect.Attempts.ONE, LoginDialect.Closer.CLIENT);
        assertEquals(1, login(dialect, WRONG).turns().size());
        assertEquals("a connection carries one attempt in this dialect", refusal(() -> login(dialect, WRONG + RIGHT)));
    }

    @Test
    void login_serverCloses_afterSuccessOnly() {
        LoginDialect dialect = login(LoginDialect.Attempts.MANY, LoginDialect.Closer.SERVER);
        Conversation right = login(dialect, WRONG + RIGHT);
        assertEquals(Reply.closed(), right.turns().get(2).hears());
        assertEquals(2, login(dialect, WRONG + WRONG).turns().size());
        assertEquals(
                "the server closes after a right attempt in this dialect",
                refusal(() -> login(dialect, RIGHT + WRONG)));
    }

    @Test
    void login_serverClosesAndOneAttempt_afterAnyReply() {
        LoginDialect dialect = login(LoginDialect.Attempts.ONE, LoginDialect.Closer.SERVER);
        assertEquals(Reply.closed(), login(dialect, WRONG).turns().get(1).hears());
        assertEquals(Reply.closed(), login(dialect, RIGHT).turns().get(1).hears());
    }

    @Test
    void login_ownCredentials_standInForTheFixtures() {
        Accounts own = new Accounts(List.of(new Accounts.Pair("root", "toor")));
        Phrasebook phrases = Phrasebook.of(LOGIN, own);
        assertEquals(
                Bytes.utf8("root|toor\n"), speak(phrases, Protocol.required("login"), RIGHT).said());
        assertEquals(
                Bytes.utf8("root|too\n"), speak(phrases, Protocol.required("login"), WRONG).said());
        assertEquals(
                "the server has accounts of its own, and none stands in for liu",
                refusal(() -> speak(phrases, Protocol.required("login"), "  - {user: liu, password: '456', answer: success}\n")));
        assertEquals(
                Bytes.utf8("nobody|x\n"),
                speak(phrases, Protocol.required("login"), "  - {user: nobody, password: 'x', answer: fail}\n")
                        .said());
    }

    @Test
    void login_separatorInARequestThatIsNotText_isTheDialects() {
        assertEquals(
                "fffe2c80ff0a",
                login(
                                login(RequestFraming.LINES, ","),
                                "  - {request: [{hex: fffe}, '|', {hex: 80ff}], answer: fail}\n")
                        .said()
                        .toHex());
    }

    @Test
    void login_separatorOfABlank_isSaidButNotAtTheEndsOfALine() {
        LoginDialect dialect = login(RequestFraming.LINES, " ");
        String outer = "  - {request: 'chen|123|', answer: fail-or-closed}\n";
        assertEquals(Bytes.utf8("chen 123\n"), login(dialect, RIGHT).said());
        assertEquals(
                Bytes.utf8("chen 123 4\n"),
                login(dialect, "  - {request: 'chen|123|4', answer: fail-or-closed}\n")
                        .said());
        assertEquals(
                "blanks at either end of a request are no part of it, and the separator is a blank",
                refusal(() -> login(dialect, outer)));
        assertEquals(
                13, login(login(ends(RequestEnd.LENGTH), " "), outer).said().length());
    }

    @Test
    void login_separatorInsideAPair_refused() {
        assertEquals(
                "\"chen\" holds the separator, \"e\"", refusal(() -> login(login(RequestFraming.LINES, "e"), RIGHT)));
    }

    private static List<String> apart(Phrasebook phrases, Protocol protocol, String turns) {
        Script script = Scripts.read(
                "test",
                "schema: 1\nname: test\nprotocol: " + protocol.word() + "\nabout: x\nconnection: any\nturns:\n"
                        + turns);
        return phrases.speakApart(script, Map.of()).stream()
                .map(each -> each.said().decode(StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void speakApart_connectionThatCarriesAll_isOne() {
        assertEquals(
                List.of("chen|123\nchen|12\n"),
                apart(Phrasebook.of(LOGIN, Accounts.FIXTURE), Protocol.required("login"), RIGHT + WRONG));
    }

    @Test
    void speakApart_connectionThatCarriesOneExchange_isOneEach() {
        List<String> apart = List.of("chen|123\n", "chen|12\n");
        for (LoginDialect dialect : List.of(
                login(LoginDialect.Attempts.ONE, LoginDialect.Closer.CLIENT),
                login(LoginDialect.Attempts.ONE, LoginDialect.Closer.SERVER),
                login(LoginDialect.Attempts.MANY, LoginDialect.Closer.SERVER))) {
            assertEquals(apart, apart(Phrasebook.of(dialect, Accounts.FIXTURE), Protocol.required("login"), RIGHT + WRONG));
        }
        assertEquals(
                List.of("a\n", "b\n"),
                apart(
                        Phrasebook.of(exec(EXEC.request(), new ReplyFrame.Eof(), Optional.empty()), Accounts.FIXTURE),
                        Protocol.required("exec"),
                        "  - {command: a}\n  - {command: b}\n"));
    }

    @Test
    void speakApart_turnsThatCannotBeSaid_areLeftOutUnlessAllAre() {
        Phrasebook one = Phrasebook.of(LOGIN, new Accounts(List.of(new Accounts.Pair("root", "toor"))));
        String liu = "  - {user: liu, password: '456', answer: success}\n";
        assertEquals(List.of("root|toor\n"), apart(one, Protocol.required("login"), RIGHT + liu));
        assertEquals(
                "the server has accounts of its own, and none stands in for liu",
                refusal(() -> apart(one, Protocol.required("login"), liu)));
    }

    @Test
    void speakApart_turnsThatShareAConnection_refusedWhereItCarriesOne() {
        LoginDialect dialect = login(LoginDialect.Attempts.ONE, LoginDialect.Closer.CLIENT);
        Script shared =
                Scripts.read("test", "schema: 1\nname: test\nprotocol: login\nabout: x\nturns:\n" + RIGHT + WRONG);
        assertEquals(
                "a connection carries one attempt in this dialect",
                refusal(() -> Phrasebook.of(dialect, Accounts.FIXTURE).speakApart(shared, Map.of())));
    }

    private static final String ECHO = "  - {command: 'echo {scratch}', stdout: \"hi\\n\"}\n";

    @Test
    void exec_reference_isALineAndALengthWithItsBody() {
        Conversation said = exec(EXEC, ECHO);
        assertEquals(Bytes.utf8("echo /s\n"), said.said());
        assertEquals(
                Reply.exactly(Bytes.hex("0300000068690a")), said.turns().get(0).hears());
    }

    @Test
    void exec_eachFrame_isAsPublished() {
        assertEquals(
                "0000000368690a",
                canonical(exec(EXEC.request(), new ReplyFrame.Length(IntegerFormat.I32BE), Optional.empty())));
        assertEquals(
                "303030303030303368690a", canonical(exec(EXEC.request(), new ReplyFrame.Ascii(8), Optional.empty())));
        assertEquals(
                "110000007b22746f74616c5f73697a65223a20337d68690a",
                canonical(exec(
                        EXEC.request(), new ReplyFrame.Json(IntegerFormat.I32LE, "total_size"), Optional.empty())));
        assertEquals("68690a", canonical(exec(EXEC.request(), new ReplyFrame.Eof(), Optional.empty())));
    }

    private static String canonical(ExecDialect dialect) {
        return exec(dialect, ECHO).turns().get(0).hears().canonical().toHex();
    }

    @Test
    void exec_eof_refusesTwoCommands() {
        ExecDialect dialect = exec(EXEC.request(), new ReplyFrame.Eof(), Optional.empty());
        assertEquals(
                new ThenClosed(Reply.exactly(Bytes.utf8("hi\n"))),
                exec(dialect, ECHO).turns().get(0).hears());
        assertEquals("a connection carries one reply in this dialect", refusal(() -> exec(dialect, ECHO + ECHO)));
    }

    @Test
    void exec_acknowledge_comesBetweenHeaderAndBody() {
        ExecDialect dialect = exec(EXEC.request(), EXEC.reply(), Optional.of(Bytes.utf8("ok")));
        List<Conversation.Turn> turns = exec(dialect, ECHO).turns();
        assertEquals(Reply.exactly(Bytes.hex("03000000")), turns.get(0).hears());
        assertEquals(Conversation.Turn.of(Bytes.utf8("ok"), Reply.exactly(Bytes.utf8("hi\n"))), turns.get(1));
    }

    @Test
    void exec_framed_isAReplyOfWhateverBodyButOne() {
        String unknown = "  - {command: x, answer: framed}\n";
        String printed = "  - {command: x, stdout: y, answer: framed}\n";
        assertEquals(
                new Framed(EXEC.reply(), Framed.Part.WHOLE, 0),
                exec(EXEC, unknown).turns().get(0).hears());
        assertEquals(
                new Framed(EXEC.reply(), Framed.Part.WHOLE, 1),
                exec(EXEC, printed).turns().get(0).hears());
        List<Conversation.Turn> acknowledged = exec(
                        exec(EXEC.request(), EXEC.reply(), Optional.of(Bytes.utf8("ok"))), printed)
                .turns();
        assertEquals(
                new Framed(EXEC.reply(), Framed.Part.HEADER, 1),
                acknowledged.get(0).hears());
        assertEquals(
                Conversation.Turn.of(Bytes.utf8("ok"), new Framed(EXEC.reply(), Framed.Part.BODY, 1)),
                acknowledged.get(1));
    }

    @Test
    void exec_framedLengthThatAFrameCannotHold_refused() {
        ExecDialect narrow = exec(EXEC.request(), new ReplyFrame.Length(IntegerFormat.U16BE), Optional.empty());
        assertEquals(
                "a length of 65536 can't be written in u16be",
                refusal(() -> exec(narrow, "  - {command: x, stdout: {repeat: x, times: 65536}, answer: framed}\n")));
    }

    @Test
    void exec_lengthThatAFrameCannotHold_refused() {
        String long16 = "  - {command: x, stdout: {repeat: x, times: 65536}}\n";
        assertEquals(
                "a length of 65536 can't be written in u16be",
                refusal(() -> exec(
                        exec(EXEC.request(), new ReplyFrame.Length(IntegerFormat.U16BE), Optional.empty()), long16)));
        assertEquals(
                "a length of 65536 can't be written in 4 decimal digits",
                refusal(() -> exec(exec(EXEC.request(), new ReplyFrame.Ascii(4), Optional.empty()), long16)));
        RequestFraming short16 = new RequestFraming(RequestEnd.LENGTH, StandardCharsets.UTF_8, IntegerFormat.U16BE);
        assertEquals(
                "a request of 65536 bytes can't be announced in u16be",
                refusal(() -> exec(
                        exec(short16, EXEC.reply(), Optional.empty()),
                        "  - {request: {repeat: x, times: 65536}, answer: none}\n")));
    }

    @Test
    void exec_emptyRequestWhereNothingEndsIt_refused() {
        String empty = "  - {request: '', answer: none}\n";
        assertEquals(
                "an empty request can't be sent where nothing ends a request",
                refusal(() -> exec(exec(ends(RequestEnd.NOTHING), EXEC.reply(), Optional.empty()), empty)));
        assertEquals(Bytes.utf8("\n"), exec(EXEC, empty).said());
        assertEquals(
                Bytes.hex("00000000"),
                exec(exec(ends(RequestEnd.LENGTH), EXEC.reply(), Optional.empty()), empty)
                        .said());
    }

    @Test
    void exec_exitWord_orNone() {
        assertEquals(
                Reply.closed(), exec(EXEC, "  - {exit: true}\n").turns().get(0).hears());
        ExecDialect none = new ExecDialect(
                EXEC.request(),
                EXEC.reply(),
                Optional.empty(),
                BodyRule.STDOUT,
                Bytes.EMPTY,
                Optional.empty(),
                UTF_8,
                EXEC.lifetime());
        assertEquals("there is no exit word in this dialect", refusal(() -> exec(none, "  - {exit: true}\n")));
    }

    private static final Charset UTF_8 = StandardCharsets.UTF_8;

    @Test
    void digest_chunks_areEachBehindTheirLengthAndEndedByZero() {
        Conversation said = speak(
                Phrasebook.of(DigestDialect.REFERENCE, Accounts.FIXTURE), Protocol.required("digest"), "  - {chunks: [ab, c]}\n");
        assertEquals("0200000061620100000063" + "00000000", said.said().toHex());
        assertEquals(List.of(4, 6, 10, 11), said.shape().seams());
        assertEquals(
                Reply.exactly(Bytes.utf8("900150983cd24fb0d6963f7d28e17f72")),
                said.turns().get(0).hears());
    }

    @Test
    void of_hello_refused() {
        assertThrows(IllegalArgumentException.class, () -> Phrasebook.of(HelloDialect.REFERENCE, Accounts.FIXTURE));
    }

    @Test
    void then_twoConversations_areOne() {
        Conversation both = exec(EXEC, ECHO).then(exec(EXEC, "  - {exit: true}\n"));
        assertEquals(Bytes.utf8("echo /s\nexit\n"), both.said());
    }
}
