package io.github.sockspec.conversation;

import java.util.List;

/** Parts as what must come: whoever hears them knows when all has come, and whether it is right. */
final class Replies {
    private Replies() {}

    /** What {@code parts} await, one behind the other; {@code names} are those kept before, and learn what is kept here. */
    static Reply of(List<Part> parts, KeptNames names) {
        return Reply.inOrder(parts.stream().map(part -> one(part, names)).toList());
    }

    /** Whether a server that says it says bytes. */
    static boolean sayable(Part part) {
        return !(part instanceof Part.Closed || part instanceof Part.Nothing);
    }

    private static Reply one(Part part, KeptNames names) {
        if (part instanceof Part.Exact exact) {
            return Reply.exactly(exact.bytes());
        }
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
