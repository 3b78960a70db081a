package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Parts as what must come: whoever hears them knows when all has come, and whether it is right. */
final class Replies {
    private Replies() {}

    /** What {@code parts} await, one behind the other; {@code names} are those kept before, and learn what is kept here. */
    static Reply of(List<Part> parts, KeptNames names) {
        List<Reply> replies = new ArrayList<>();
        List<Bytes> exact = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Exact bytes) {
                exact.add(bytes.bytes());
                continue;
            }
            flush(exact, replies);
            replies.add(one(part, names));
        }
        flush(exact, replies);
        if (replies.isEmpty()) {
            return Reply.nothing();
        }
        return replies.size() == 1 ? replies.get(0) : Reply.inOrder(replies);
    }

    /** Exact bytes that stand behind each other are told apart by nobody who hears them. */
    private static void flush(List<Bytes> exact, List<Reply> replies) {
        if (!exact.isEmpty()) {
            replies.add(Reply.exactly(Bytes.join(exact)));
            exact.clear();
        }
    }

    /** Whether a server that says it says bytes. */
    static boolean sayable(Part part) {
        return !(part instanceof Part.Closed || part instanceof Part.Nothing);
    }

    private static Reply one(Part part, KeptNames names) {
        if (part instanceof Part.Sized sized) {
            return Reply.sized(sized.prefix(), of(sized.of(), names));
        }
        if (part instanceof Part.Any any) {
            return any.keep()
                    .map(name -> {
                        names.heard(name, any.count());
                        return Reply.any(any.count(), name);
                    })
                    .orElseGet(() -> Reply.any(any.count()));
        }
        if (part instanceof Part.Until until) {
            return until.match()
                    .map(pattern -> Reply.until(until.terminator(), pattern))
                    .orElseGet(() -> Reply.until(until.terminator()));
        }
        if (part instanceof Part.Kept kept) {
            return Reply.kept(kept.name(), names.length(kept.name()));
        }
        if (part instanceof Part.Fresh fresh) {
            names.heard(fresh.name(), fresh.length());
            return Reply.any(fresh.length(), fresh.name());
        }
        if (part instanceof Part.Atomic atomic) {
            return of(atomic.of(), names);
        }
        return part instanceof Part.Closed ? Reply.closed() : Reply.nothing();
    }
}
