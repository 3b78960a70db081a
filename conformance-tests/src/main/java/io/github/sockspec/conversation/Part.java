package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.protocol.SizePrefix;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One part of what is said or heard, as a protocol file has it. Which parts may stand where is for the file's reader to say:
 * a part that is none of exact bytes is heard, or is said by the program under test.
 */
public sealed interface Part {
    /** These bytes. {@code seams} are the offsets inside them at which their structure lies. */
    record Exact(Bytes bytes, List<Integer> seams) implements Part {
        public Exact {
            seams = List.copyOf(seams);
        }
    }

    /** A length, then that many bytes. */
    record Sized(SizePrefix prefix, List<Part> of) implements Part {
        public Sized {
            of = List.copyOf(of);
        }
    }

    /** The bytes that were kept under that name, again. */
    record Kept(String name) implements Part {}

    /** Letters that differ with each connection. */
    record Fresh(String name, int length) implements Part {}

    /** A span that is never cut. */
    record Atomic(List<Part> of) implements Part {
        public Atomic {
            of = List.copyOf(of);
        }
    }

    /** So many bytes, whatever they are, kept under a name where one is given. */
    record Any(int count, Optional<String> keep) implements Part {}

    /** Everything up to and with {@code terminator}; the text before that matches {@code match} whole. */
    record Until(Bytes terminator, Optional<Pattern> match) implements Part {}

    /** Whatever the program answers when everything arrives whole. */
    record Learned() implements Part {}

    /** No answer. */
    record Nothing() implements Part {}

    /** The connection ends. */
    record Closed() implements Part {}
}
