package io.github.sockspec.wire;

/**
 * How far the other side of a connection has got with reading.
 *
 * @param told whether the kernel could be asked; if not, nothing else is known
 * @param open whether the other side's program still holds its end
 * @param read bytes of payload that the program has read; meaningless where it holds its end no more
 */
public record ReadProgress(boolean told, boolean open, long read) {
    /** The kernel could not be asked. */
    static final ReadProgress UNTOLD = new ReadProgress(false, true, 0);

    /** The program does not hold its end any more. */
    static final ReadProgress GONE = new ReadProgress(true, false, 0);
}
