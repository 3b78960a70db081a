import collections
import re
import select
import socket
import sys
import time


CRASHES = (4, 7, 8, 11)  # SIGILL, SIGBUS, SIGFPE, SIGSEGV: mistakes of its own


class Serving:
    """One client being served: its requests are heard, and the replies go as they are to be cut."""

    def __init__(self, stream, program):
        self.stream, self.program, self.typed, self.typed_all = stream, program, True, False
        self.listener = None
        self.next, self.heard, self.over, self.must_end, self.outlived = 0, 0, False, False, False

    def hear(self, offset):
        """Hears the requests of all replies that start at or before that offset of what is said."""
        while not self.over and self.next < len(EXCHANGES) and start(self.next) <= offset:
            typed, asks = EXCHANGES[self.next][:2]
            if not self.typed and not self.typed_all:
                self.program.type(typed)
            self.typed, self.next = False, self.next + 1
            end = self.stream.hear(asks, self.heard)
            self.over, self.heard = end is None, self.heard if end is None else end

    def serve(self):
        total = sum(map(len, WRITES))
        if ALL_ASKED_FIRST:
            for typed, *_ in EXCHANGES[1:]:
                self.program.type(typed)
            self.typed_all = True
        for data in WRITES:
            begin = self.stream.sent
            self.hear(begin + len(data) - 1 if ALL_ASKED_FIRST else begin)
            if not self.over:
                self.over = not self.stream.write(self.with_kept(data, begin))
            self.hear(self.stream.sent - 1)
            if not self.over and self.stream.sent < total:
                self.over = not self.stream.await_read()
        self.hear(total)
        self.conclude()

    def with_kept(self, data, begin):
        """A part of all that is said, with what was kept in its places."""
        filled = bytearray(data)
        for at, length, name in KEPT:
            for index, byte in enumerate(self.stream.kept.get(name, b"")[:length], at - begin):
                if 0 <= index < len(filled):
                    filled[index] = byte
        return bytes(filled)

    def conclude(self):
        kept = END == "keep"
        self.must_end = not self.over and (
            DEMAND == "give-up" or DEMAND == "leave" and sum(map(len, WRITES)) < start(len(EXCHANGES)))
        if not self.over and not (kept and not CLOSES):
            self.stream.await_read()  # a reset destroys what was not read
        if END == "rst":
            self.stream.finish("rst")
            self.stream.ended = "was reset (RST) by this side"
        elif not kept or CLOSES:
            self.stream.finish("half-close")
        if self.must_end:
            return  # its input stays open: it has to end whatever its user would type
        if not self.over and kept:
            self.program.type(LEAVING)
        self.program.end_input()

    def see_out(self):
        """Takes what still comes until the client has gone; ends the stream when it should have."""
        if self.must_end:
            self.see_end()
        listen_until(self.stream, lambda: self.gone() or self.leaves())
        waited = not self.gone() and not self.leaves()
        if not self.stream.ended and END != "rst":
            self.stream.finish("half-close")
            listen_until(self.stream, self.gone)
        while self.stream.take():
            pass
        return waited

    def see_end(self):
        """Sees whether it ends while its user would still type, and only then ends its input."""
        most = self.heard + len(LAST_ASKED)
        shown = lambda: self.gone() or len(self.stream.came) > most
        if not listen_until(self.stream, shown) and END == "keep":
            self.program.type(next((typed for typed, *_ in reversed(EXCHANGES) if typed), []))
            if not listen_until(self.stream, shown) and not self.stream.ended:
                self.stream.finish("half-close")
                listen_until(self.stream, shown)
        self.outlived = self.program.process is not None and not self.program.gone()
        self.program.end_input()

    def gone(self):
        """Whether it has ended, or has connected once more where that is as good."""
        return self.program.gone() or DEMAND == "leave" and self.connected_again()

    def connected_again(self):
        return bool(select.select([self.listener], [], [], 0)[0])

    def leaves(self):
        said = LAST_ASKED and len(self.stream.came) >= self.heard + len(LAST_ASKED)
        return self.over or said or self.stream.ended is not None or END != "keep"


def start(index):
    """Where the reply of that exchange starts in all that is said."""
    return sum(len(says) for _, _, says, _, _ in EXCHANGES[:index])


def listen_until(stream, done):
    """Takes what comes until that is so; whether it is."""
    deadline = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < deadline:
        if not stream.take(0.01):
            time.sleep(0.001)
    return done()


def asked(stream):
    """What is wrong with what it asked, or None."""
    heard, known = 0, {}
    for number, (_, asks, _, _, _) in enumerate(EXCHANGES, 1):
        try:
            asks, begin = filled(asks, known), heard
            heard = match(asks, stream.came, begin, True)
            known.update(keeps(asks, stream.came, begin))
        except Wrong as why:
            return "request %d is not right: %s\n  expected %r\n  actual   %r" % (
                number, why, asks[1][:200], bytes(stream.came[heard:][:200]))
    rest = bytes(stream.came[heard:])
    return None if rest in (b"", LAST_ASKED) else "it sent what nobody asked it to: %r" % rest[:200]


def printed(out):
    """What is wrong with what it printed, or None: each payload once, whole, in order, and no header."""
    end = 0
    for _, _, _, forms, header in EXCHANGES:
        form = next((each for each in forms if out.find(each, end) >= 0), None)
        if forms and form is None:
            return "the payload is not printed\n  expected %r\n  actual   %r" % (forms[0][:200], bytes(out[end:][:200]))
        if form:
            begin = out.find(form, end)
            end = begin + len(form)
            if form.strip() and out.find(form, begin + 1) >= 0:
                return "the payload was printed more than once: %r" % form[:200]
        if b"\0" in header and header in out:
            return "the header of a reply was printed: %r" % header
    if PRINTS is not None and PRINTS not in out:
        return "what it has to print is not printed\n  expected %r\n  actual   %r" % (PRINTS[:200], bytes(out[:200]))
    return None


def lost(out):
    """What it prints when the replies come whole and has not printed now, numbers apart, or None."""
    whole, out = (re.sub(rb"[0-9]+", b"#", bytes(each)) for each in (WHOLE, out))
    missing, rest = collections.Counter(whole.split()) - collections.Counter(out.split()), iter(out)
    if missing and not all(byte in rest for byte in whole):
        return "a reply that was cut is not understood: nothing of %r was printed" % min(missing)
    return None


def judge(serving, program, status):
    """What is wrong, or None."""
    stream = serving.stream
    if DEMAND == "leave":
        return leaves_or_asks_again(serving, status)
    works = asked(stream) or (printed(program.out) if program.process else None)
    if STATUSES is not None and not works and program.process and status not in STATUSES:
        works = "with everything done, it %s" % ("does not end" if status is None else "ended with status %d" % status)
    if DEMAND == "succeed" and not works and program.process and status != 0:
        works = "with everything done, it %s" % ("does not end" if status is None else "ended with status %d" % status)
    if DEMAND in ("work", "succeed"):
        return works or (lost(program.out) if WHOLE is not None and program.process else None)
    if serving.outlived and status is not None:
        return asked_again(stream) or "it went on to wait for its user: only when its input was ended, it ended with status %d" % status
    return asked_again(stream) or gives_up(program, status)


def leaves_or_asks_again(serving, status):
    """What is wrong where it had to end, however it does, or to connect once more, or None."""
    if serving.connected_again() or status is not None and (status >= 0 or -status not in CRASHES):
        return None
    return "it does not end" if status is None else "signal %d killed it" % -status


def asked_again(stream):
    """What it asked when it should have given up, or None."""
    end, said = 0, sum(map(len, WRITES))
    for number, (_, asks, *_) in enumerate(EXCHANGES):
        if start(number) <= said:
            try:
                end = match(asks, stream.came, end, True)
            except Wrong:
                return None
    rest = bytes(stream.came[end:])
    return None if rest in (b"", LAST_ASKED) else "what is no reply was taken for one, and it asked again: %r" % rest[:200]


def serve(listener, program):
    """Serves the client that comes; what is wrong with it, or None."""
    program.type(EXCHANGES[0][0])
    listener.settimeout(15.0 if program.process else None)
    try:
        connection = listener.accept()[0]
    except socket.timeout:
        program.end_input()
        program.end()
        return "it never connected"
    with connection:
        stream = Stream(connection)
        serving = Serving(stream, program)
        serving.listener = listener
        serving.serve()
        waited = serving.see_out()
        status = program.end()
    wrong = judge(serving, program, status)
    return wrong and wrong + ("; it waited for more for %g s" % PATIENCE if waited else "")


if __name__ == "__main__":
    sys.exit(run(socket.create_server, serve))
