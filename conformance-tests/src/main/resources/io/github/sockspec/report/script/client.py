import socket
import sys
import time


class Serving:
    """One client being served: its requests are heard, and the replies go as they are to be cut."""

    def __init__(self, stream, program, typed):
        self.stream, self.program, self.typed = stream, program, typed
        self.next, self.heard, self.over = 0, 0, False

    def hear(self, offset):
        """Hears the requests of all replies that start at or before that offset of what is said."""
        while not self.over and self.next < len(EXCHANGES) and start(self.next) <= offset:
            typed, asks = EXCHANGES[self.next][:2]
            if not self.typed:
                self.program.type(typed)
            self.typed, self.next = False, self.next + 1
            end = self.stream.hear(asks, self.heard)
            self.over, self.heard = end is None, self.heard if end is None else end

    def serve(self):
        total = sum(map(len, WRITES))
        for data in WRITES:
            if not REPLIES_FIRST:
                self.hear(self.stream.sent)
            if not self.over:
                self.over = not self.stream.write(data)
            if not REPLIES_FIRST:
                self.hear(self.stream.sent - 1)
            if not self.over and self.stream.sent < total and not REPLIES_FIRST:
                self.over = not self.stream.await_read()
        self.hear(total)
        self.conclude()

    def conclude(self):
        kept = END == "keep"
        if not self.over and not (kept and not CLOSES):
            self.stream.await_read()  # a reset destroys what was not read
        if END == "rst":
            self.stream.finish("rst")
            self.stream.ended = "was reset (RST) by this side"
        elif not kept or CLOSES:
            self.stream.finish("half-close")
        if not self.over and kept:
            self.program.type(LEAVING)
        self.program.end_input()

    def see_out(self):
        """Takes what still comes until the client has gone; ends the stream when it should have."""
        listen_until(self.stream, lambda: self.program.gone() or self.leaves())
        waited = not self.program.gone() and not self.leaves()
        if not self.stream.ended and END != "rst":
            self.stream.finish("half-close")
            listen_until(self.stream, self.program.gone)
        while self.stream.take():
            pass
        return waited

    def leaves(self):
        said = LAST_ASKED and len(self.stream.came) >= self.heard + len(LAST_ASKED)
        return self.over or said or self.stream.ended is not None or END != "keep"


def start(index):
    """Where the reply of that exchange starts in all that is said."""
    return sum(len(says) for _, _, says, _, _ in EXCHANGES[:index])


def listen_until(stream, done):
    deadline = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < deadline:
        if not stream.take(0.01):
            time.sleep(0.001)


def asked(stream):
    """What is wrong with what it asked, or None."""
    heard = 0
    for number, (_, asks, _, _, _) in enumerate(EXCHANGES, 1):
        try:
            heard = match(asks, stream.came, heard, True)
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
            if out.find(form, begin + 1) >= 0:
                return "the payload was printed more than once: %r" % form[:200]
        if b"\0" in header and header in out:
            return "the header of a reply was printed: %r" % header
    return None


def judge(stream, program, status):
    """What is wrong, or None."""
    works = asked(stream) or (printed(program.out) if program.process else None)
    if DEMAND == "succeed" and not works and program.process and status != 0:
        works = "with everything done, it %s" % ("does not end" if status is None else "ended with status %d" % status)
    if DEMAND in ("work", "succeed"):
        return works
    if DEMAND == "work-or-give-up":
        return works and gives_up(program, status)
    if DEMAND == "refuse":
        first = match(EXCHANGES[0][1], stream.came, 0, True)
        if len(stream.came) > first:
            return "what is no reply was taken for one, and it asked again: %r" % bytes(stream.came[first:][:200])
    return gives_up(program, status)


def serve(listener, program):
    """Serves the client that comes; what is wrong with it, or None."""
    typed = not REPLIES_FIRST
    if typed:
        program.type(EXCHANGES[0][0])
    listener.settimeout(1.0 if REPLIES_FIRST else 15.0 if program.process else None)
    try:
        connection = listener.accept()[0]
    except socket.timeout:
        if typed:
            program.end_input()
            program.end()
            return "it never connected"
        program.type(EXCHANGES[0][0])
        typed = True
        listener.settimeout(15.0)
        connection = listener.accept()[0]
    with connection:
        stream = Stream(connection)
        serving = Serving(stream, program, typed)
        serving.serve()
        waited = serving.see_out()
        status = program.end()
    wrong = judge(stream, program, status)
    return wrong and wrong + ("; it waited for more for %g s" % PATIENCE if waited else "")


if __name__ == "__main__":
    sys.exit(run(socket.create_server, serve))
