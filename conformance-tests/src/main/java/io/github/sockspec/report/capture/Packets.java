package io.github.sockspec.report.capture;

import io.github.sockspec.bytes.Bytes;
import java.nio.ByteBuffer;

/**
 * IPv4 packets between two ports of the loopback address, with the headers and checksums that such packets have (RFC 791,
 * RFC 768, RFC 9293).
 */
final class Packets {
    static final int FIN = 0x01;
    static final int SYN = 0x02;
    static final int RST = 0x04;
    static final int PSH = 0x08;
    static final int ACK = 0x10;

    /** What one packet can carry in TCP: the most that IPv4 allows, less the two headers. */
    static final int MOST_IN_SEGMENT = 65_535 - 40;

    private static final int IP_HEADER = 20;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int LOOPBACK = 0x7f000001;
    private static final int WINDOW = 65_535;

    private Packets() {}

    /** From which port to which. */
    record Way(int from, int to) {
        Way back() {
            return new Way(to, from);
        }
    }

    /** Where a segment stands in both streams, and what it says beside its bytes. */
    record Place(long sequence, long acknowledged, int flags) {}

    static Bytes tcp(Way way, Place place, Bytes payload) {
        ByteBuffer packet = ip(TCP, TCP_HEADER + payload.length());
        packet.putShort((short) way.from()).putShort((short) way.to());
        packet.putInt((int) place.sequence());
        packet.putInt((place.flags() & ACK) == 0 ? 0 : (int) place.acknowledged());
        packet.put((byte) ((TCP_HEADER / 4) << 4)).put((byte) place.flags());
        packet.putShort((short) WINDOW).putShort((short) 0).putShort((short) 0);
        packet.put(payload.buffer());
        checksum(packet, TCP, IP_HEADER + 16);
        return Bytes.of(octets(packet));
    }

    static Bytes udp(Way way, Bytes payload) {
        ByteBuffer packet = ip(UDP, UDP_HEADER + payload.length());
        packet.putShort((short) way.from()).putShort((short) way.to());
        packet.putShort((short) (UDP_HEADER + payload.length())).putShort((short) 0);
        packet.put(payload.buffer());
        checksum(packet, UDP, IP_HEADER + 6);
        return Bytes.of(octets(packet));
    }

    private static ByteBuffer ip(int protocol, int length) {
        ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) (IP_HEADER + length));
        // No identification, don't fragment, 64 hops.
        packet.putShort((short) 0).putShort((short) 0x4000);
        packet.put((byte) 64).put((byte) protocol).putShort((short) 0);
        packet.putInt(LOOPBACK).putInt(LOOPBACK);
        packet.putShort(10, (short) folded(sum(octets(packet), 0, IP_HEADER)));
        return packet;
    }

    /** Over the payload and a header that stands for the IP header's part in it. */
    private static void checksum(ByteBuffer packet, int protocol, int at) {
        int length = packet.capacity() - IP_HEADER;
        long sum = sum(octets(packet), IP_HEADER, length) + 2 * (0x7f00 + 0x0001) + protocol + length;
        int folded = folded(sum);
        packet.putShort(at, (short) (protocol == UDP && folded == 0 ? 0xffff : folded));
    }

    private static byte[] octets(ByteBuffer packet) {
        byte[] octets = new byte[packet.capacity()];
        packet.get(0, octets);
        return octets;
    }

    private static long sum(byte[] octets, int from, int length) {
        long sum = 0;
        for (int at = from; at < from + length; at += 2) {
            int low = at + 1 < from + length ? octets[at + 1] & 0xff : 0;
            sum += ((octets[at] & 0xff) << 8) | low;
        }
        return sum;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded >> 16 != 0) {
            folded = (folded & 0xffff) + (folded >> 16);
        }
        return (int) ~folded & 0xffff;
    }
}
