package io.github.sockspec.kernel;

import com.sun.jna.Native;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The loopback interface of a network namespace that belongs to this process: it starts without an address, and down. */
public final class Loopback {
    private static final int SIOCSIFFLAGS = 0x8914;
    private static final int SIOCSIFADDR = 0x8916;
    private static final int SIOCSIFNETMASK = 0x891c;
    private static final short UP = 1;

    /** Length of {@code ifreq}: a name of 16 bytes, then what is asked. */
    private static final int REQUEST = 40;

    private static final int ASKED = 16;

    private static int aliases;

    private Loopback() {}

    /**
     * Brings it up, which gives it 127.0.0.1 and ::1.
     *
     * @throws WireFailure when the rights are missing
     */
    public static void up() {
        ByteBuffer request = request("lo");
        request.putShort(ASKED, UP);
        ask(SIOCSIFFLAGS, request, "lo could not be brought up");
    }

    /** Takes it down: nothing passes any more, and nobody is told. Its addresses stay, to be there when it is up again. */
    public static void down() {
        ByteBuffer request = request("lo");
        request.putShort(ASKED, (short) 0);
        ask(SIOCSIFFLAGS, request, "lo could not be taken down");
    }

    /** Gives it {@code address} besides, alone: its neighbours stay unreachable. */
    public static synchronized void add(Inet4Address address) {
        String alias = "lo:" + aliases++;
        ask(
                SIOCSIFADDR,
                withAddress(alias, address.getAddress()),
                address.getHostAddress() + " could not be added to lo");
        byte[] alone = {-1, -1, -1, -1};
        ask(SIOCSIFNETMASK, withAddress(alias, alone), "the mask of " + alias + " could not be set");
    }

    private static ByteBuffer withAddress(String name, byte[] address) {
        ByteBuffer request = request(name);
        request.putShort(ASKED, (short) Libc.AF_INET).put(ASKED + 4, address);
        return request;
    }

    private static ByteBuffer request(String name) {
        ByteBuffer request = ByteBuffer.allocateDirect(REQUEST).order(ByteOrder.nativeOrder());
        return request.put(0, name.getBytes(StandardCharsets.US_ASCII));
    }

    private static void ask(int what, ByteBuffer request, String otherwise) {
        int socket = Libc.socket(Libc.AF_INET, Libc.SOCK_DGRAM | Libc.SOCK_CLOEXEC, 0);
        try {
            if (socket < 0 || Libc.ioctl(socket, what, request) != 0) {
                throw new WireFailure(otherwise, new IllegalStateException("error " + Native.getLastError()));
            }
        } finally {
            if (socket >= 0) {
                Libc.close(socket);
            }
        }
    }
}
