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

    /** States that {@code bytes} sent on a fresh connection make the program's memory grow by less than {@code limit}. */
    public void of(Trial trial, long bytes, long limit) {
        Connection connection = trial.open();
        pour(trial, connection, bytes, limit);
    }

    /**
     * As {@link #of(Trial, long, long)}, on {@code connection}; whether all of it was taken. A program may close instead
     * of reading on: then that is the end of the flood.
     */
    public boolean pour(Trial trial, Connection connection, long bytes, long limit) {
        long before = trial.resources().residentBytes();
        long most = before;
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
        most = Math.max(most, trial.resources().residentBytes());
        trial.require(
                most - before < limit,
                "its memory grew with what was sent",
                "less than " + mebibytes(limit) + " more",
                mebibytes(most - before) + " more after " + mebibytes(sent));
        return open;
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
