package io.github.sockspec.kernel;

/**
 * What the kernel says of one TCP socket.
 *
 * @param state the TCP state, as Linux numbers it
 * @param received the payload bytes received in all; -1 where the kernel does not tell
 * @param unread the bytes received that nobody has read yet
 * @param inode the socket's inode; 0 when no process holds it any more
 */
public record SocketState(int state, long received, long unread, long inode) {
    static final int ESTABLISHED = 1;
    static final int TIME_WAIT = 6;
    static final int CLOSE = 7;
    static final int CLOSE_WAIT = 8;
    static final int LISTEN = 10;

    /** Whether somebody can still read from it. */
    public boolean open() {
        return state == ESTABLISHED || state == CLOSE_WAIT;
    }
}
