package io.github.sockspec.report.capture;

import io.github.sockspec.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A pcapng file (draft-ietf-opsawg-pcapng): one section, one interface of raw IP with a clock of nanoseconds, and its
 * packets, each with its remark. Times count from 0, for only their distances were observed.
 */
final class PcapNg {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER = 0x1a2b3c4d;
    private static final short RAW_IP = 101;

    private static final short END_OF_OPTIONS = 0;
    private static final short COMMENT = 1;
    private static final short APPLICATION = 4;
    private static final short CLOCK = 9;
    private static final byte NANOSECONDS = 9;

    /** An option's length is written in 16 bits. */
    private static final int LONGEST_OPTION = 0xffff;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private PcapNg() {}

    /** The file; {@code comment} says what it is about. */
    static byte[] file(String application, String comment, List<Packet> packets) {
        PcapNg pcap = new PcapNg();
        ByteBuffer section = buffer(16);
        section.putInt(BYTE_ORDER).putShort((short) 1).putShort((short) 0).putLong(-1);
        pcap.block(SECTION, section, List.of(option(COMMENT, comment), option(APPLICATION, application)));
        ByteBuffer described = buffer(8);
        described.putShort(RAW_IP).putShort((short) 0).putInt(0);
        pcap.block(INTERFACE, described, List.of(new Option(CLOCK, Bytes.of(NANOSECONDS))));
        packets.forEach(pcap::packet);
        return pcap.file.toByteArray();
    }

    private void packet(Packet packet) {
        Bytes kept = packet.octets();
        long nanos = packet.at().toNanos();
        ByteBuffer body = buffer(20 + padded(kept.length()));
        body.putInt(0).putInt((int) (nanos >>> 32)).putInt((int) nanos);
        body.putInt(kept.length()).putInt(packet.length()).put(kept.buffer());
        block(
                ENHANCED_PACKET,
                body,
                packet.comment().isEmpty() ? List.of() : List.of(option(COMMENT, packet.comment())));
    }

    private record Option(short code, Bytes value) {}

    private static Option option(short code, String text) {
        Bytes value = Bytes.utf8(text);
        return new Option(code, value.length() <= LONGEST_OPTION ? value : Bytes.utf8(text.substring(0, 8_000)));
    }

    private void block(int type, ByteBuffer body, List<Option> options) {
        int extra = options.isEmpty()
                ? 0
                : 4
                        + options.stream()
                                .mapToInt(each -> 4 + padded(each.value().length()))
                                .sum();
        int length = 12 + body.capacity() + extra;
        ByteBuffer block = buffer(length).putInt(type).putInt(length).put(body.clear());
        for (Option each : options) {
            block.putShort(each.code())
                    .putShort((short) each.value().length())
                    .put(each.value().buffer());
            block.position(block.position()
                    + padded(each.value().length())
                    - each.value().length());
        }
        if (!options.isEmpty()) {
            block.putShort(END_OF_OPTIONS).putShort((short) 0);
        }
        byte[] octets = new byte[length];
        block.putInt(length).get(0, octets);
        file.writeBytes(octets);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
