import socket
import struct
import time


class Kernel:
    """Asks Linux, over sock_diag, what the other end's socket has received and what of that nobody has read yet."""

    def __init__(self):
        try:
            self.netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 4)
        except (AttributeError, OSError):
            self.netlink = None  # another system, or not allowed

    def look(self, its, ours):
        """State, bytes received and bytes unread of the socket whose own address is `its`; None where it is not here."""
        family = socket.AF_INET6 if ":" in its[0] else socket.AF_INET
        source, target = (socket.inet_pton(family, end[0]).ljust(16, b"\0") for end in (its, ours))
        question = struct.pack("=BBBBI", family, socket.IPPROTO_TCP, 1 << 1, 0, 0xFFFFFFFF)
        question += struct.pack("!HH", its[1], ours[1]) + source + target
        question += struct.pack("=III", 0, 0xFFFFFFFF, 0xFFFFFFFF)
        self.netlink.send(struct.pack("=IHHII", 16 + len(question), 20, 1, 0, 0) + question)
        answer = self.netlink.recv(65536)
        if struct.unpack_from("=H", answer, 4)[0] != 20 or answer[17] == LISTENING:
            return None
        at, received = 88, -1
        while at + 4 <= len(answer):
            length, kind = struct.unpack_from("=HH", answer, at)
            if kind == 2 and length >= 140:  # INET_DIAG_INFO: tcpi_bytes_received stands at 128
                received = struct.unpack_from("=Q", answer, at + 4 + 128)[0]
            at += max(4, (length + 3) & ~3)
        return answer[17], received, struct.unpack_from("=I", answer, 72)[0]

    def await_read(self, connection, sent):
        """Waits until the other end has read all that was sent; says how that is known, or None when it does not read."""
        its, ours = connection.getpeername()[:2], connection.getsockname()[:2]
        if self.netlink is None or self.look(its, ours) is None:
            time.sleep(GAP)
            return "a gap was waited: whether it was read is not known"
        deadline, complete = time.monotonic() + PATIENCE, False
        while time.monotonic() < deadline:
            state, received, unread = self.look(its, ours) or (0, 0, 0)
            if state not in (ESTABLISHED, CLOSE_WAIT):
                return None
            # The queue is filled before the count: one look must say "received", a later one "nothing unread".
            if complete and unread == 0:
                return "read by the program: the kernel has confirmed it"
            complete = received >= sent
            time.sleep(0)
        return None


ESTABLISHED, CLOSE_WAIT, LISTENING = 1, 8, 10
KERNEL = Kernel()
