package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Marks.Slot;
import io.github.sockspec.conversation.Marks.Source;
import io.github.sockspec.delivery.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A message being put together from its parts: its bytes, and the marks of what they do not show. What is only known on a
 * connection has letters x in its place until then.
 */
final class Message {
    private static final Bytes UNKNOWN = Bytes.utf8("x");

    private final KeptNames names;
    private final List<Bytes> bytes = new ArrayList<>();
    private final List<Integer> seams = new ArrayList<>();
    private final List<Span> atomic = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private int length;

    /** An empty one, behind what has the {@code names} kept before it. */
    Message(KeptNames names) {
        this.names = names;
    }

    /** The message that {@code parts} make. */
    static Message of(List<Part> parts, KeptNames names) {
        Message message = new Message(names);
        parts.forEach(message::add);
        return message;
    }

    private void add(Part part) {
        if (length > 0) {
            seams.add(length);
        }
        if (part instanceof Part.Exact exact) {
            exact.seams().forEach(seam -> seams.add(length + seam));
            append(exact.bytes());
        } else if (part instanceof Part.Sized sized) {
            Message body = Message.of(sized.of(), names);
            append(sized.prefix().of(body.length));
            take(body);
        } else if (part instanceof Part.Atomic span) {
            int start = length;
            take(Message.of(span.of(), names));
            atomic.add(new Span(start, length));
        } else if (part instanceof Part.Fresh fresh) {
            names.fresh(fresh.name(), fresh.length());
            slot(fresh.name(), fresh.length(), Source.FRESH);
        } else if (part instanceof Part.Kept kept) {
            slot(kept.name(), names.length(kept.name()), names.source(kept.name()));
        } else {
            throw new IllegalArgumentException("can't be said: " + part);
        }
    }

    private void slot(String name, int width, Source source) {
        slots.add(new Slot(length, width, name, source));
        append(Bytes.repeat(UNKNOWN, width));
    }

    private void append(Bytes more) {
        bytes.add(more);
        length += more.length();
    }

    private void take(Message other) {
        int start = length;
        if (start > 0) {
            seams.add(start);
        }
        other.seams.forEach(seam -> seams.add(start + seam));
        other.atomic.forEach(span -> atomic.add(span.movedBy(start)));
        other.slots.forEach(slot -> slots.add(slot.movedBy(start)));
        append(other.bytes());
    }

    Bytes bytes() {
        return Bytes.join(bytes);
    }

    Marks marks() {
        int end = length;
        return new Marks(
                seams.stream()
                        .filter(seam -> seam > 0 && seam < end)
                        .distinct()
                        .sorted()
                        .toList(),
                atomic,
                slots);
    }
}
