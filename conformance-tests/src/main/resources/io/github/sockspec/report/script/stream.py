import select
import socket
import struct
import time


class Stream:
    """One connection: what was sent, what came, and how much had been sent when it came."""

    def __init__(self, connection):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setblocking(False)
        self.connection, self.came, self.sent = connection, bytearray(), 0
        self.arrivals, self.ended, self.silent, self.kept = [], None, False, {}

    def take(self, seconds=0.0):
        """Takes what comes first within that time; whether anything did."""
        if self.ended or len(self.came) > FLOOD:
            return False
        if not select.select([self.connection], [], [], max(0.0, seconds))[0]:
            return False
        try:
            some = self.connection.recv(65536)
        except OSError:
            self.ended = "was reset (RST)"
            return True
        if some:
            self.arrivals.append((len(self.came), self.sent))
            self.came += some
        else:
            self.ended = "was closed (FIN)"
        return True

    def write(self, data):
        """Writes it in one segment, as far as this side can; False when it could not go."""
        while self.take():
            pass  # what came before belongs to what was said before
        print("write %r" % data if len(data) < 80 else "write %r... (%d bytes)" % (data[:60], len(data)))
        deadline, left = time.monotonic() + PATIENCE, memoryview(data)
        while left and time.monotonic() < deadline:
            try:
                went = self.connection.send(left)
            except BlockingIOError:
                select.select([self.connection], [self.connection], [], PATIENCE)
                self.take()
                continue
            except OSError:
                self.take()
                self.ended = self.ended or "was reset (RST)"
                return False
            self.sent, left = self.sent + went, left[went:]
            deadline = time.monotonic() + PATIENCE
        return not left

    def await_read(self):
        """Waits until the program has read what was sent; False when it does not."""
        try:
            how = KERNEL.await_read(self.connection, self.sent)
        except OSError:
            how = None
        print("   -> %s" % (how or "not read"))
        return how is not None

    def hear(self, reply, start):
        """Where that reply ends, or None when it is wrong or does not come."""
        deadline, reply = time.monotonic() + PATIENCE, filled(reply, self.kept)
        try:
            while True:
                end = match(reply, self.came, start, self.ended is not None)
                if end is not None:
                    self.kept.update(keeps(reply, self.came, start))
                if end is not None or self.ended:
                    return end
                if not self.take(deadline - time.monotonic()):
                    self.silent = True
                    return None
        except Wrong:
            return None

    def finish(self, how):
        """Ends it: "half-close" this side's stream, "fin" both, "rst" at once."""
        print("end   %s" % how)
        try:
            if how == "half-close":
                self.connection.shutdown(socket.SHUT_WR)
            elif how == "rst":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        except OSError:
            pass  # the other side has ended it already; what it said can still be read
        if how != "half-close":
            self.connection.close()

    def why(self):
        """Why no more came."""
        if self.ended:
            return "the connection %s after %d bytes" % (self.ended, len(self.came))
        if len(self.came) > FLOOD:
            return "the program sends without end"
        return "nothing more came for %g s" % PATIENCE if self.silent else "the conversation broke off"


FLOOD = 64 << 20
