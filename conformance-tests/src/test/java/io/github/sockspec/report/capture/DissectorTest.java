package io.github.sockspec.report.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.protocol.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dissector under fixtures/wireshark puts messages together, takes them apart, and marks what breaks the protocol. */
class DissectorTest {
    private static final String DIGEST = "6e92e6e4207d0f85e6f73e7f7eb10f8a";

    @TempDir
    private Path directory;

    @Test
    void login_requestInThreePieces_isOneRequest() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("login"),
                Tshark.connected(),
                Tshark.sent(0, Bytes.utf8("ch")),
                Tshark.sent(2, Bytes.utf8("en|1")),
                Tshark.sent(6, Bytes.utf8("23\n")),
                Tshark.received(0, Bytes.utf8("suc")),
                Tshark.received(3, Bytes.utf8("cess")));
        assertEquals(
                List.of("chen|123|", "||success"),
                Tshark.fields(capture, "sockspec.login.user", "sockspec.login.password", "sockspec.login.verdict"));
    }

    @Test
    void login_requestsInOneSegment_areTakenApart() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("login"),
                Tshark.connected(),
                Tshark.sent(0, Bytes.utf8("chen|123\nliu|123\nd")),
                Tshark.received(0, Bytes.utf8("successfail")));
        assertEquals(
                List.of("chen,liu|", "|success,fail"),
                Tshark.fields(capture, "sockspec.login.user", "sockspec.login.verdict"));
    }

    @Test
    void login_violations_areExpertItems() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("login"),
                Tshark.connected(),
                Tshark.sent(0, Bytes.utf8("nobody\n")),
                Tshark.received(0, Bytes.utf8("perhaps")));
        assertEquals(List.of("1|", "|1"), present(capture, "sockspec.login.malformed", "sockspec.login.neither"));
    }

    @Test
    void exec_headerCutFromBody_isOneReply() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("exec"),
                Tshark.connected(),
                Tshark.sent(0, Bytes.utf8("echo hi\n")),
                Tshark.received(0, Bytes.hex("0300")),
                Tshark.received(2, Bytes.hex("0000").plus(Bytes.utf8("h"))),
                Tshark.received(5, Bytes.utf8("i\n").plus(Bytes.hex("00000000"))));
        assertEquals(
                List.of("echo hi|", "|3,0"), Tshark.fields(capture, "sockspec.exec.command", "sockspec.exec.length"));
    }

    @Test
    void exec_negativeLength_isAnExpertItem() throws Exception {
        Path capture = Tshark.stream(
                directory, Protocol.required("exec"), Tshark.connected(), Tshark.received(0, Bytes.hex("ffffffff")));
        assertEquals(List.of("1"), present(capture, "sockspec.exec.negative"));
    }

    @Test
    void digest_chunksAndReplyInPieces_arePutTogether() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("digest"),
                Tshark.connected(),
                Tshark.sent(0, Bytes.hex("05000000").plus(Bytes.utf8("hel"))),
                Tshark.sent(7, Bytes.utf8("lo").plus(Bytes.hex("04000000")).plus(Bytes.utf8("chen"))),
                Tshark.sent(17, Bytes.hex("00000000")),
                Tshark.received(0, Bytes.utf8(DIGEST.substring(0, 9))),
                Tshark.received(9, Bytes.utf8(DIGEST.substring(9))));
        assertEquals(
                List.of("5,4|68656c6c6f,6368656e|", "||" + DIGEST),
                Tshark.fields(capture, "sockspec.digest.length", "sockspec.digest.chunk", "sockspec.digest.md5"));
    }

    @Test
    void digest_upperCase_isAnExpertItem() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("digest"),
                Tshark.connected(),
                Tshark.received(0, Bytes.utf8("D41D8CD98F00B204E9800998ECF8427E")));
        assertEquals(List.of("1"), present(capture, "sockspec.digest.not_hexadecimal"));
    }

    @Test
    void hello_wrongWords_areExpertItems() throws Exception {
        Duration at = Duration.ofMillis(1);
        Path capture = Tshark.datagrams(
                directory,
                new Fact.Datagram.Asked(at, 0, "127.0.0.1:9000", Bytes.utf8("hello")),
                new Fact.Datagram.Replied(at, 0, "127.0.0.1:9000", Bytes.utf8("Hi")),
                new Fact.Datagram.Asked(at, 0, "127.0.0.1:9000", Bytes.utf8("hellohello")));
        assertEquals(
                List.of("68656c6c6f||", "|4869|", "68656c6c6f68656c6c6f||"),
                Tshark.fields(capture, "sockspec.hello.request", "sockspec.hello.reply", "sockspec.login.neither"));
        assertEquals(List.of("|1", "1|"), present(capture, "sockspec.hello.not_hello", "sockspec.hello.not_hi"));
    }

    /** 1 for each expert item of that name that is there. */
    private static List<String> present(Path capture, String... items) throws Exception {
        return Tshark.fields(capture, items).stream()
                .map(line -> line.replaceAll("[^|]+", "1"))
                .toList();
    }
}
