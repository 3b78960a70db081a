package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.wire.Connection;

/** Many bytes on one connection, and what memory the program holds meanwhile. */
public final class Flood {
    private static final int BLOCK = 1 << 16;
    private static final int BLOCKS_BETWEEN_LOOKS = 512;

    private final Bytes block;

    private Flood(Bytes block) {
        this.block = block;
    }

    /** A flood of {@code unit}, over and over. */
    public static Flood of(Bytes unit) {
        return new Flood(Bytes.repeat(unit, Math.max(1, BLOCK / unit.length())));
    }

    /**
     * States that what is sent on a fresh connection is not kept. A runtime that collects its garbage late holds some of it
     * for a while, and may then have grown by half of the first {@code bytes}: so more is sent, up to six times as much,
     * and what is kept has grown by more than half of that too.
     */
    public void isNotKept(Trial trial, long bytes) {
        Connection connection = trial.open();
        long before = trial.resources().residentBytes();
        Poured poured = new Poured(true, 0, before);
        for (int times = 1; times <= 3; times++) {
            poured = pour(trial, connection, poured, times * bytes);
            if (!poured.open() || poured.most() - before < poured.sent() / 2) {
                break;
            }
        }
        // Behind it others are to be served, which a server that serves one client at a time can't do before it has
        // left.
        connection.finish();
        state(trial, poured, before, Math.max(bytes, poured.sent()) / 2);
    }

    /**
     * States that {@code bytes} sent on {@code connection} make the program's memory grow by less than {@code limit};
     * whether all of it was taken. A program may close instead of reading on: then that is the end of the flood.
     */
    public boolean pour(Trial trial, Connection connection, long bytes, long limit) {
        long before = trial.resources().residentBytes();
        Poured poured = pour(trial, connection, new Poured(true, 0, before), bytes);
        state(trial, poured, before, limit);
        return poured.open();
    }

    /**
     * @param open whether the program still takes more
     * @param most the most memory that it was seen to hold
     */
    private record Poured(boolean open, long sent, long most) {}

    private Poured pour(Trial trial, Connection connection, Poured already, long bytes) {
        long most = already.most();
        boolean open = true;
        long sent = 0;
        for (int blocks = 0; open && sent < bytes; blocks++) {
            Bytes next = bytes - sent < block.length() ? block.slice(0, (int) (bytes - sent)) : block;
            open = connection.write(next);
            sent += next.length();
            if (blocks % BLOCKS_BETWEEN_LOOKS == 0) {
                most = Math.max(most, trial.resources().residentBytes());
            }
        }
        return new Poured(
                open, already.sent() + sent, Math.max(most, trial.resources().residentBytes()));
    }

    private static void state(Trial trial, Poured poured, long before, long limit) {
        long grown = poured.most() - before;
        trial.require(
                grown < limit,
                "its memory grew with what was sent",
                "less than " + mebibytes(limit) + " more",
                mebibytes(grown) + " more after " + mebibytes(poured.sent()));
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
