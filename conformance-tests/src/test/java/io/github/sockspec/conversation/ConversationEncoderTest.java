package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Dialects;
import io.github.sockspec.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationEncoderTest {
    private static final Dialect LOGIN = Dialect.reference(Protocol.required("login"));
    private static final Dialect EXEC = Dialect.reference(Protocol.required("exec"));

    private static Dialect login(String keys) {
        return Dialects.of("login", keys);
    }

    private static Dialect exec(String keys) {
        return Dialects.of("exec", keys);
    }

    private static Conversation speak(ConversationEncoder phrases, Protocol protocol, String turns) {
        Script script = Scripts.read(
                "test", "schema: 1\nname: test\nprotocol: " + protocol.word() + "\nabout: x\nturns:\n" + turns);
        return phrases.speak(script, Map.of("scratch", "/s"));
    }

    private static Conversation login(Dialect dialect, String turns) {
        return speak(ConversationEncoder.of(dialect, Accounts.FIXTURE), Protocol.required("login"), turns);
    }

    private static Conversation exec(Dialect dialect, String turns) {
        return speak(ConversationEncoder.of(dialect, Accounts.FIXTURE), Protocol.required("exec"), turns);
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
        Conversation said = login(login("request: {ends: length}"), RIGHT + RIGHT);
        assertEquals("080000006368656e7c313233", said.turns().get(0).says().toHex());
        assertEquals(List.of(4, 16), said.shape().seams());
    }

    @Test
    void login_otherSeparator_alsoInRequests() {
        Dialect dialect = login("separator: '::'");
        assertEquals(Bytes.utf8("chen::123\n"), login(dialect, RIGHT).said());
        assertEquals(
                Bytes.utf8("a::b::\n"),
                login(dialect, "  - {request: 'a|b|', answer: fail-or-closed}\n")
                        .said());
    }

    @Test
    void login_gbk_encodesAndRefusesWhatItCannotWrite() {
        Dialect dialect = login("request: {encoding: gbk}");
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
        Dialect dialect = login("attempts: one");
        assertEquals(1, login(dialect, WRONG).turns().size());
        assertEquals("a connection carries one attempt in this dialect", refusal(() -> login(dialect, WRONG + RIGHT)));
    }

    @Test
    void login_serverCloses_afterSuccessOnly() {
        Dialect dialect = login("closes: server");
        Conversation right = login(dialect, WRONG + RIGHT);
        assertEquals(Reply.closed(), right.turns().get(2).hears());
        assertEquals(2, login(dialect, WRONG + WRONG).turns().size());
        assertEquals(
                "the server closes after a right attempt in this dialect",
                refusal(() -> login(dialect, RIGHT + WRONG)));
    }

    @Test
    void login_serverClosesAndOneAttempt_afterAnyReply() {
        Dialect dialect = login("attempts: one, closes: server");
        assertEquals(Reply.closed(), login(dialect, WRONG).turns().get(1).hears());
        assertEquals(Reply.closed(), login(dialect, RIGHT).turns().get(1).hears());
    }

    @Test
    void login_ownCredentials_standInForTheFixtures() {
        Accounts own = new Accounts(List.of(new Accounts.Pair("root", "toor")));
        ConversationEncoder phrases = ConversationEncoder.of(LOGIN, own);
        assertEquals(
                Bytes.utf8("root|toor\n"),
                speak(phrases, Protocol.required("login"), RIGHT).said());
        assertEquals(
                Bytes.utf8("root|too\n"),
                speak(phrases, Protocol.required("login"), WRONG).said());
        assertEquals(
                "the server has accounts of its own, and none stands in for liu",
                refusal(() -> speak(
                        phrases, Protocol.required("login"), "  - {user: liu, password: '456', answer: success}\n")));
        assertEquals(
                Bytes.utf8("nobody|x\n"),
                speak(phrases, Protocol.required("login"), "  - {user: nobody, password: 'x', answer: fail}\n")
                        .said());
    }

    @Test
    void login_separatorInARequestThatIsNotText_isTheDialects() {
        assertEquals(
                "fffe2c80ff0a",
                login(login("separator: ','"), "  - {request: [{hex: fffe}, '|', {hex: 80ff}], answer: fail}\n")
                        .said()
                        .toHex());
    }

    @Test
    void login_separatorOfABlank_isSaidButNotAtTheEndsOfALine() {
        Dialect dialect = login("separator: ' '");
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
                13,
                login(login("request: {ends: length}, separator: ' '"), outer)
                        .said()
                        .length());
    }

    @Test
    void login_separatorInsideAPair_refused() {
        assertEquals("\"chen\" holds the separator, \"e\"", refusal(() -> login(login("separator: e"), RIGHT)));
    }

    private static List<String> apart(ConversationEncoder phrases, Protocol protocol, String turns) {
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
                apart(ConversationEncoder.of(LOGIN, Accounts.FIXTURE), Protocol.required("login"), RIGHT + WRONG));
    }

    @Test
    void speakApart_connectionThatCarriesOneExchange_isOneEach() {
        List<String> apart = List.of("chen|123\n", "chen|12\n");
        for (Dialect dialect :
                List.of(login("attempts: one"), login("attempts: one, closes: server"), login("closes: server"))) {
            assertEquals(
                    apart,
                    apart(
                            ConversationEncoder.of(dialect, Accounts.FIXTURE),
                            Protocol.required("login"),
                            RIGHT + WRONG));
        }
        assertEquals(
                List.of("a\n", "b\n"),
                apart(
                        ConversationEncoder.of(exec("reply: {frame: eof}"), Accounts.FIXTURE),
                        Protocol.required("exec"),
                        "  - {command: a}\n  - {command: b}\n"));
    }

    @Test
    void speakApart_turnsThatCannotBeSaid_areLeftOutUnlessAllAre() {
        ConversationEncoder one =
                ConversationEncoder.of(LOGIN, new Accounts(List.of(new Accounts.Pair("root", "toor"))));
        String liu = "  - {user: liu, password: '456', answer: success}\n";
        assertEquals(List.of("root|toor\n"), apart(one, Protocol.required("login"), RIGHT + liu));
        assertEquals(
                "the server has accounts of its own, and none stands in for liu",
                refusal(() -> apart(one, Protocol.required("login"), liu)));
    }

    @Test
    void speakApart_turnsThatShareAConnection_refusedWhereItCarriesOne() {
        Dialect dialect = login("attempts: one");
        Script shared =
                Scripts.read("test", "schema: 1\nname: test\nprotocol: login\nabout: x\nturns:\n" + RIGHT + WRONG);
        assertEquals(
                "a connection carries one attempt in this dialect",
                refusal(() -> ConversationEncoder.of(dialect, Accounts.FIXTURE).speakApart(shared, Map.of())));
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
        assertEquals("0000000368690a", canonical(exec("reply: {integer: i32be}")));
        assertEquals("303030303030303368690a", canonical(exec("reply: {frame: ascii}")));
        assertEquals("110000007b22746f74616c5f73697a65223a20337d68690a", canonical(exec("reply: {frame: json}")));
        assertEquals("68690a", canonical(exec("reply: {frame: eof}")));
    }

    private static String canonical(Dialect dialect) {
        return exec(dialect, ECHO).turns().get(0).hears().canonical().toHex();
    }

    @Test
    void exec_eof_refusesTwoCommands() {
        Dialect dialect = exec("reply: {frame: eof}");
        assertEquals(
                Reply.inOrder(List.of(Reply.exactly(Bytes.utf8("hi\n")), Reply.closed())),
                exec(dialect, ECHO).turns().get(0).hears());
        assertEquals("a connection carries one reply in this dialect", refusal(() -> exec(dialect, ECHO + ECHO)));
    }

    @Test
    void exec_acknowledge_comesBetweenHeaderAndBody() {
        Dialect dialect = exec("reply: {acknowledge: ok}");
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
        List<Conversation.Turn> acknowledged =
                exec(exec("reply: {acknowledge: ok}"), printed).turns();
        assertEquals(
                new Framed(EXEC.reply(), Framed.Part.HEADER, 1),
                acknowledged.get(0).hears());
        assertEquals(
                Conversation.Turn.of(Bytes.utf8("ok"), new Framed(EXEC.reply(), Framed.Part.BODY, 1)),
                acknowledged.get(1));
    }

    @Test
    void exec_framedLengthThatAFrameCannotHold_refused() {
        Dialect narrow = exec("reply: {integer: u16be}");
        assertEquals(
                "a length of 65536 can't be written in u16be",
                refusal(() -> exec(narrow, "  - {command: x, stdout: {repeat: x, times: 65536}, answer: framed}\n")));
    }

    @Test
    void exec_lengthThatAFrameCannotHold_refused() {
        String long16 = "  - {command: x, stdout: {repeat: x, times: 65536}}\n";
        assertEquals(
                "a length of 65536 can't be written in u16be",
                refusal(() -> exec(exec("reply: {integer: u16be}"), long16)));
        assertEquals(
                "a length of 65536 can't be written in 4 decimal digits",
                refusal(() -> exec(exec("reply: {frame: ascii, width: 4}"), long16)));
        assertEquals(
                "a request of 65536 bytes can't be announced in u16be",
                refusal(() -> exec(
                        exec("request: {ends: length}, reply: {integer: u16be}"),
                        "  - {request: {repeat: x, times: 65536}, answer: none}\n")));
    }

    @Test
    void exec_emptyRequestWhereNothingEndsIt_refused() {
        String empty = "  - {request: '', answer: none}\n";
        assertEquals(
                "an empty request can't be sent where nothing ends a request",
                refusal(() -> exec(exec("request: {ends: nothing}"), empty)));
        assertEquals(Bytes.utf8("\n"), exec(EXEC, empty).said());
        assertEquals(
                Bytes.hex("00000000"),
                exec(exec("request: {ends: length}"), empty).said());
    }

    @Test
    void exec_exitWord_orNone() {
        assertEquals(
                Reply.closed(), exec(EXEC, "  - {exit: true}\n").turns().get(0).hears());
        Dialect none = exec("exit: none");
        assertEquals("there is no exit word in this dialect", refusal(() -> exec(none, "  - {exit: true}\n")));
    }

    @Test
    void digest_chunks_areEachBehindTheirLengthAndEndedByZero() {
        Conversation said = speak(
                ConversationEncoder.of(Dialect.reference(Protocol.required("digest")), Accounts.FIXTURE),
                Protocol.required("digest"),
                "  - {chunks: [ab, c]}\n");
        assertEquals("0200000061620100000063" + "00000000", said.said().toHex());
        assertEquals(List.of(4, 6, 10, 11), said.shape().seams());
        assertEquals(
                Reply.exactly(Bytes.utf8("900150983cd24fb0d6963f7d28e17f72")),
                said.turns().get(0).hears());
    }

    @Test
    void of_hello_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ConversationEncoder.of(Dialect.reference(Protocol.required("hello")), Accounts.FIXTURE));
    }

    @Test
    void then_twoConversations_areOne() {
        Conversation both = exec(EXEC, ECHO).then(exec(EXEC, "  - {exit: true}\n"));
        assertEquals(Bytes.utf8("echo /s\nexit\n"), both.said());
    }
}
