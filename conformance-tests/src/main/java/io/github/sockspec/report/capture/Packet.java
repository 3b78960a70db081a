package io.github.sockspec.report.capture;

import io.github.sockspec.bytes.Bytes;
import java.time.Duration;

/**
 * One packet of a capture.
 *
 * @param at when, after the first of the connection
 * @param octets from the IP header on, as far as they are kept
 * @param length how many there were
 * @param comment what a reader should know of it besides, in harmless text; empty for nothing
 */
record Packet(Duration at, Bytes octets, int length, String comment) {
    /** The same with another remark behind what is said of it already. */
    Packet noting(String remark) {
        return new Packet(at, octets, length, comment.isEmpty() ? remark : comment + "; " + remark);
    }
}
