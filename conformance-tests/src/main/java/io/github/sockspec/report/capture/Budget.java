package io.github.sockspec.report.capture;

import io.github.sockspec.bytes.Bytes;

/** How many bytes of packets a capture may still keep: a flood shall not fill a disk. Beyond it headers are kept. */
final class Budget {
    private static final int HEADERS = 40;

    private int left;

    Budget(int bytes) {
        left = bytes;
    }

    /** What is kept of a packet. */
    Bytes kept(Bytes octets) {
        Bytes kept = octets.length() <= left ? octets : octets.slice(0, Math.min(octets.length(), HEADERS));
        left = Math.max(0, left - kept.length());
        return kept;
    }
}
