package io.github.sockspec.kernel;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.ByteBuffer;

/** The few calls of the C library that Java has no word for. 64-bit Linux only: ask {@link #here()} first. */
public final class Libc {
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    static final int AF_NETLINK = 16;
    public static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int NETLINK_SOCK_DIAG = 4;
    static final int O_CLOEXEC = 0x80000;
    static final int CLONE_NEWNET = 0x40000000;

    private static final boolean HERE = Platform.isLinux() && Platform.is64Bit();

    static {
        if (HERE) {
            Native.register(Libc.class, "c");
        }
    }

    private Libc() {}

    /** Whether the calls can be made on this system. */
    public static boolean here() {
        return HERE;
    }

    public static native int socket(int domain, int type, int protocol);

    public static native int bind(int socket, ByteBuffer address, int length);

    public static native int connect(int socket, ByteBuffer address, int length);

    public static native long sendto(
            int socket, ByteBuffer message, long length, int flags, ByteBuffer address, int size);

    static native long send(int socket, ByteBuffer message, long length, int flags);

    static native long recv(int socket, ByteBuffer buffer, long length, int flags);

    static native int ioctl(int descriptor, long request, ByteBuffer argument);

    static native int open(String path, int flags);

    /** Moves the calling thread, and what it opens and starts from now on, into the namespace of {@code descriptor}. */
    static native int setns(int descriptor, int kind);

    /** Moves the calling thread, and what it opens and starts from now on, into a namespace that is made for it. */
    static native int unshare(int kind);

    public static native int close(int descriptor);

    /** Of the calling thread when {@code process} is 0. The name is the C library's, by which it is found. */
    static native int sched_setaffinity(int process, long length, ByteBuffer mask);

    static native int sched_getaffinity(int process, long length, ByteBuffer mask);
}
