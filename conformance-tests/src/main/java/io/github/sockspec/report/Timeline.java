package io.github.sockspec.report;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.Rendering;
import io.github.sockspec.observation.Fact;
import java.util.Locale;

/** The facts of an observation as lines for a person, one each. */
public final class Timeline {
    private static final int MOST_OCTETS = 60;

    private Timeline() {}

    /** For example {@code    0.412 ms  > sent      bytes 0 to 1: "e"}. */
    public static String line(Fact fact) {
        return String.format(Locale.ROOT, "%10.3f ms  %s", Millis.of(fact.at()), words(fact));
    }

    private static String words(Fact fact) {
        if (fact instanceof Fact.Sent sent) {
            return "> sent      " + span(sent.offset(), sent.bytes());
        }
        if (fact instanceof Fact.Received received) {
            return "< received  " + span(received.offset(), received.bytes());
        }
        if (fact instanceof Fact.Taken taken) {
            return "  read      by the program up to byte " + taken.offset() + ", "
                    + taken.how().name().toLowerCase(Locale.ROOT);
        }
        if (fact instanceof Fact.Unread unread) {
            return "  unread    what was sent up to byte " + unread.offset() + ", for " + Millis.words(unread.waited());
        }
        return fact instanceof Fact.Datagram datagram ? datagram(datagram) : ends(fact);
    }

    private static String datagram(Fact.Datagram datagram) {
        String what = "asker " + datagram.asker() + ": " + Rendering.of(datagram.bytes(), MOST_OCTETS);
        return datagram instanceof Fact.Datagram.Replied replied
                ? "< replied   to " + what + " from " + Harmless.line(replied.from(), 60)
                : "> asked     by " + what;
    }

    private static String ends(Fact fact) {
        if (fact instanceof Fact.Refused refused) {
            return "  refused   " + Harmless.line(refused.why(), 200);
        }
        if (fact instanceof Fact.PeerFinished) {
            return "< FIN       the program ended its stream";
        }
        if (fact instanceof Fact.PeerReset) {
            return "< RST       the program reset the connection";
        }
        if (fact instanceof Fact.Quiet quiet) {
            return "  quiet     nothing came for " + Millis.words(quiet.waited());
        }
        if (fact instanceof Fact.Slipped slipped) {
            return "  slow      the machine: its control conversation took " + Millis.words(slipped.control());
        }
        if (fact instanceof Fact.Flooded flooded) {
            return "< flood     more than " + flooded.limit() + " bytes came";
        }
        if (fact instanceof Fact.Departed departed) {
            return "> departed  asker " + departed.asker() + ", its port is gone";
        }
        if (fact instanceof Fact.Unbound) {
            return "< unbound   nothing is bound to the port any more";
        }
        if (fact instanceof Fact.Overrun overrun) {
            return "  overrun   the kernel dropped " + overrun.datagrams() + " datagrams for want of room";
        }
        if (fact instanceof Fact.Program program) {
            return "  program   " + Harmless.line(program.did(), 200);
        }
        return fact instanceof Fact.Ended ended ? "> ended     " + Harmless.line(ended.how(), 200) : "  connected";
    }

    private static String span(int offset, Bytes bytes) {
        return "bytes " + offset + " to " + (offset + bytes.length()) + ": " + Rendering.of(bytes, MOST_OCTETS);
    }
}
