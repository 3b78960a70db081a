package io.github.sockspec.bytes;

/** Whether more bytes can come of a stream. */
public enum StreamState {
    OPEN,
    /** Its sender has ended it, by FIN or RST. */
    ENDED
}
