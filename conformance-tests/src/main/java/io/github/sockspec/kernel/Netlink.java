package io.github.sockspec.kernel;

import com.sun.jna.Native;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One netlink socket of the {@code sock_diag} family, with a buffer for the question and one for the answer. */
final class Netlink implements AutoCloseable {
    private static final int ANSWER_SIZE = 65_536;

    private final int socket;
    private final ByteBuffer question = ByteBuffer.allocateDirect(256).order(ByteOrder.nativeOrder());
    private final ByteBuffer answer = ByteBuffer.allocateDirect(ANSWER_SIZE).order(ByteOrder.nativeOrder());

    Netlink() {
        socket = Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, Libc.NETLINK_SOCK_DIAG);
        if (socket < 0) {
            throw new IllegalStateException("the kernel gives no sock_diag socket: error " + Native.getLastError());
        }
    }

    /** The buffer to write a question into, from its start. */
    ByteBuffer question() {
        return question.clear();
    }

    /** The last answer, in the machine's byte order. */
    ByteBuffer answer() {
        return answer;
    }

    /** Sends the question's first {@code length} bytes and waits for the kernel's first answer, which is immediate. */
    int ask(int length) {
        if (Libc.send(socket, question, length, 0) != length) {
            throw new IllegalStateException("the kernel takes no sock_diag question: error " + Native.getLastError());
        }
        return more();
    }

    /** Receives the next part of an answer that comes in several; its length in bytes. */
    int more() {
        long length = Libc.recv(socket, answer, ANSWER_SIZE, 0);
        if (length < 0) {
            throw new IllegalStateException("no answer from sock_diag: error " + Native.getLastError());
        }
        return (int) length;
    }

    @Override
    public void close() {
        Libc.close(socket);
    }
}
