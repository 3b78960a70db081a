package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Dialects;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.protocol.SizePrefix;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerPartsTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static final Dialect EXEC = Dialect.reference(Protocol.required("exec"));

    private static Dialect exec(String keys) {
        return Dialects.of("exec", keys);
    }

    private static ServerParts serverParts(Dialect dialect) {
        return new ServerParts(dialect, Accounts.FIXTURE, List.of());
    }

    static Stream<Dialect> dialects() {
        return Stream.of(
                EXEC,
                exec("reply: {integer: i32be}"),
                exec("reply: {integer: u16be, acknowledge: ready}"),
                exec("reply: {frame: json}"),
                exec("reply: {frame: ascii}"));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void of_script_repliesAreThoseThatAServerMustGive(Dialect dialect) {
        Script two = Scripts.of(Protocol.required("exec"), "two-marked");
        Conversation asked = ConversationEncoder.of(dialect, Accounts.FIXTURE).speak(two, Map.of());
        ServerPart answered = serverParts(dialect).of(two);
        Bytes replies = Bytes.join(
                asked.turns().stream().map(turn -> turn.hears().canonical()).toList());
        Bytes requests = Bytes.join(answered.exchanges().stream()
                .map(each -> each.asks().canonical())
                .toList());
        assertEquals(replies, answered.said());
        assertEquals(asked.said(), requests);
    }

    @Test
    void headerCuts_length_coverHeaderAndItsEnd() {
        ServerPart two = serverParts(EXEC).of(Scripts.of(Protocol.required("exec"), "two-marked"));
        assertEquals(List.of(1, 2, 3, 4, 19, 20, 21, 22), two.headerCuts());
        assertEquals(List.of(1, 2, 3, 19, 20, 21), two.insideHeaders());
    }

    @Test
    void of_gbk_bytesOrTheirTextMayBePrinted() {
        Dialect gbk = exec("output: gbk");
        ServerPart answered = serverParts(gbk).of(Scripts.of(Protocol.required("exec"), "multibyte-marked"));
        assertEquals(
                List.of(Bytes.text("黏包=半包\n", GBK), Bytes.utf8("黏包=半包\n")),
                answered.exchanges().get(0).prints());
    }

    @Test
    void of_eofFrame_twoCommandsAreNotInTheDialect() {
        Dialect eof = exec("reply: {frame: eof}");
        assertEquals(
                ServerPart.After.CLOSES,
                serverParts(eof)
                        .of(Scripts.of(Protocol.required("exec"), "marked"))
                        .after());
        assertThrows(
                NotInDialect.class, () -> serverParts(eof).of(Scripts.of(Protocol.required("exec"), "two-marked")));
    }

    @Test
    void of_emptyLine_isTypedAndNotAsked() {
        ServerPart answered = serverParts(EXEC).of(Scripts.of(Protocol.required("exec"), "empty-line-marked"));
        assertEquals(2, answered.exchanges().size());
        assertEquals("", answered.exchanges().get(1).typed().get(0));
    }

    @Test
    void brokenOff_insideAReply_holdsWhatIsAskedUpToThere() {
        ServerPart two = serverParts(EXEC).of(Scripts.of(Protocol.required("exec"), "two-marked"));
        assertEquals(1, two.brokenOff(0).exchanges().size());
        assertEquals(1, two.brokenOff(17).exchanges().size());
        assertEquals(2, two.brokenOff(18).exchanges().size());
        assertEquals(two.exchanges().get(1).typed(), two.again());
    }

    @Test
    void lastAnswered_waitsForTheClientToGiveUp() {
        ServerPart hostile = serverParts(EXEC)
                .of(Scripts.of(Protocol.required("exec"), "two-marked"))
                .lastAnswered(Bytes.hex("ffffffff"));
        assertEquals(ServerPart.After.WAITS, hostile.after());
        assertEquals(Bytes.hex("ffffffff"), hostile.exchanges().get(1).says());
        assertEquals(1, hostile.withoutLast().exchanges().size());
    }

    @Test
    void of_otherOutput_answersTheSameRequestsOtherwise() {
        Script marked = Scripts.of(Protocol.required("exec"), "marked");
        ServerPart other = serverParts(EXEC).of(marked.printing(new Octets.Text("x\n")));
        assertEquals(Bytes.hex("02000000780a"), other.said());
        assertEquals(
                serverParts(EXEC).of(marked).exchanges().get(0).typed(),
                other.exchanges().get(0).typed());
    }

    @Test
    void of_login_typedAsTheManifestSays() {
        ServerParts prompts = new ServerParts(
                Dialect.reference(Protocol.required("login")),
                Accounts.FIXTURE,
                List.of("yes", "{user}", "{password}"));
        ServerPart plain = prompts.of(Scripts.of(Protocol.required("login"), "plain"));
        assertEquals(List.of("yes", "chen", "123"), plain.exchanges().get(0).typed());
        assertEquals(Bytes.utf8("success"), plain.said());
    }

    @Test
    void announcing_whatAFrameCannotSay_isNotInTheDialect() {
        assertEquals(
                Bytes.hex("ffffffff"),
                Header.announcing(new ReplyFrame.Sized(new SizePrefix.Binary(IntegerFormat.I32LE, 0)), -1));
        assertThrows(
                NotInDialect.class,
                () -> Header.announcing(new ReplyFrame.Sized(new SizePrefix.Binary(IntegerFormat.U16BE, 0)), -1));
        assertThrows(NotInDialect.class, () -> Header.announcing(new ReplyFrame.Eof(), 3));
    }
}
