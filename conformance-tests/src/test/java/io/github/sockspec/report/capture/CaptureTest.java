package io.github.sockspec.report.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.protocol.Protocol;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was observed is what tshark reads: bytes, cuts, flags, times, and right checksums. */
class CaptureTest {
    private static final Duration AT = Duration.ofMillis(2);

    @TempDir
    private Path directory;

    @Test
    void stream_cutAndReset_hasTheSegmentsAndFlagsObserved() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("exec"),
                Tshark.connected(),
                Tshark.sent(0, Bytes.utf8("e")),
                new Fact.Taken(AT, 1, Fact.How.CONFIRMED),
                Tshark.sent(1, Bytes.utf8("cho\n")),
                Tshark.received(0, Bytes.hex("00000000")),
                new Fact.PeerReset(AT));
        assertEquals(
                List.of(
                        "0x0002||0|0",
                        "0x0012||0|1",
                        "0x0010||1|1",
                        "0x0018|65|1|1",
                        "0x0010||1|2",
                        "0x0018|63686f0a|2|1",
                        "0x0018|00000000|1|6",
                        "0x0014||5|6"),
                Tshark.fields(capture, "tcp.flags", "tcp.payload", "tcp.seq", "tcp.ack"));
    }

    @Test
    void stream_endings_areFlags() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("login"),
                Tshark.connected(),
                new Fact.Ended(AT, "half-close"),
                new Fact.PeerFinished(AT),
                new Fact.Ended(AT, "rst"));
        assertEquals(
                List.of("0x0002", "0x0012", "0x0010", "0x0011", "0x0011", "0x0014"),
                Tshark.fields(capture, "tcp.flags"));
    }

    @Test
    void packets_haveRightChecksumsAndTimes() throws Exception {
        Path capture = Tshark.stream(
                directory, Protocol.required("digest"), Tshark.connected(), Tshark.sent(0, Bytes.utf8("odd")));
        assertEquals(
                List.of("1|1|0.000000000", "1|1|0.001000000", "1|1|0.001000000", "1|1|0.002000000"),
                Tshark.fields(capture, "ip.checksum.status", "tcp.checksum.status", "frame.time_epoch").stream()
                        .toList());
    }

    @Test
    void confirmation_isARemark() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("login"),
                Tshark.connected(),
                Tshark.sent(0, Bytes.utf8("c")),
                new Fact.Taken(AT, 1, Fact.How.CONFIRMED));
        assertEquals(
                List.of("read by the program: the kernel has confirmed it"), Tshark.fields(capture, "frame.comment"));
    }

    @Test
    void longWrite_isSeveralSegments_andNothingOfItIsLost() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("digest"),
                Tshark.connected(),
                Tshark.sent(0, Bytes.repeat(Bytes.utf8("x"), 70_000)));
        assertEquals(List.of("0", "0", "0", "65495", "4505"), Tshark.fields(capture, "tcp.len"));
    }

    @Test
    void datagrams_ofSeveralAskers_haveAPortEach() throws Exception {
        Path capture = Tshark.datagrams(
                directory,
                new Fact.Datagram.Asked(AT, 0, "127.0.0.1:5353", Bytes.utf8("hello")),
                new Fact.Datagram.Asked(AT, 1, "127.0.0.1:5353", Bytes.utf8("hello")),
                new Fact.Datagram.Replied(AT, 1, "127.0.0.1:5353", Bytes.utf8("hi")),
                new Fact.Datagram.Replied(AT, 0, "127.0.0.1:6000", Bytes.utf8("hi")));
        assertEquals(
                List.of("40000|9000|1", "40001|9000|1", "9000|40001|1", "6000|40000|1"),
                Tshark.fields(capture, "udp.srcport", "udp.dstport", "udp.checksum.status"));
    }

    @Test
    void hostileOutput_isHarmlessInARemark() throws Exception {
        Path capture = Tshark.stream(
                directory,
                Protocol.required("login"),
                Tshark.connected(),
                new Fact.Program(AT, "printed \u001b[2J\n\u202e"));
        String remark = Tshark.fields(capture, "frame.comment").get(0);
        assertTrue(remark.contains("\\x1b"), remark);
    }
}
