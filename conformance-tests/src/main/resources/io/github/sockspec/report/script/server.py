import socket
import sys
import time


def converse(address, turns, writes, end=("keep", "after-replies")):
    """Says what is to be said on a connection of its own; what is wrong with the answers, or None."""
    stream = Stream(socket.create_connection(address, PATIENCE))
    try:
        talk = Talk(stream, turns)
        talk.hear()
        for index, data in enumerate(writes):
            last = index == len(writes) - 1
            if talk.over or not stream.write(data):
                talk.over = True
                break
            if not last:
                talk.hear()
                if STALLED:
                    time.sleep(STALLED)
                talk.over = talk.over or not stream.await_read() and stream.ended is not None
        talk.finish(*end)
        if end == ("half-close", "after-replies"):
            return behind_end(stream, turns, talk.before_end)
        return None if end[0] in ("fin", "rst") else verdict(stream, turns, sum(map(len, writes)), talk.before_end)
    finally:
        stream.connection.close()


class Talk:
    """One conversation under way: which replies have been heard."""

    def __init__(self, stream, turns):
        self.stream, self.turns, self.next, self.said, self.heard, self.over = stream, turns, 0, 0, 0, False
        self.before_end = None

    def hear(self, limit=None):
        """Hears the replies of the messages that are complete."""
        stop = len(self.turns) if limit is None else limit
        while not self.over and self.next < stop:
            says, reply = self.turns[self.next]
            if self.said + len(says) > self.stream.sent:
                return
            self.said, self.next = self.said + len(says), self.next + 1
            end = self.stream.hear(reply, self.heard)
            self.over, self.heard = end is None, self.heard if end is None else end

    def finish(self, how, moment):
        if how == "keep" or (how, moment) == ("half-close", "after-replies"):
            self.hear()
            listen_on(self.stream, 0.7 if how == "half-close" else 0.25)  # what comes in this pause does not come of the end
            self.before_end = len(self.stream.came)
            self.stream.finish("half-close")
            listen_on(self.stream, PATIENCE if how == "half-close" else 0.25)
        elif how == "half-close":
            self.over = self.over or not self.stream.await_read()
            self.stream.finish(how)
            self.hear()
            listen_on(self.stream, PATIENCE)
        else:
            if moment == "after-read":
                self.over = self.over or not self.stream.await_read()
            elif moment == "after-first-byte":
                self.hear(len(self.turns) - 1)
                self.stream.take(PATIENCE)
            else:
                self.hear()
            self.stream.finish(how)


def listen_on(stream, seconds):
    """Takes what still comes."""
    deadline = time.monotonic() + seconds
    while stream.take(deadline - time.monotonic()):
        pass


def behind_end(stream, turns, before):
    """What is wrong with what came behind this side's end of stream, when all was answered, or None."""
    wrong = verdict(stream, turns, sum(len(says) for says, _ in turns), before)
    if wrong:
        return None if wrong.startswith("more came") else "the answers before it are not right: " + wrong
    more = bytes(stream.came[before:])
    return "after the client's end of stream more was sent than the answers that are owed: %r" % more[:200] if more else None


def verdict(stream, turns, length, before=None):
    """What is wrong, or None: each answer is a function of the bytes alone, and follows its whole question."""
    heard = said = 0
    known = {}
    for number, (says, reply) in enumerate(turns, 1):
        reply = filled(reply, known)
        said += len(says)
        if said > length:
            if len(stream.came) > heard:
                return "an incomplete request was answered: %r" % bytes(stream.came[heard:][:200])
            return None
        try:
            end = match(reply, stream.came, heard, stream.ended is not None)
            why = stream.why()
        except Wrong as wrong:
            end, why = None, stream.why() if stream.ended and "ended" in str(wrong) else str(wrong)
        if end is None:
            return "the answer to message %d is not right: %s\n  expected %s\n  actual   %r" % (
                number, why, describe(reply), bytes(stream.came[heard:][:200]))
        if end > heard and early(stream, heard, said):
            return "message %d was answered before it was complete" % number
        known.update(keeps(reply, stream.came, heard))
        heard = end
    came = len(stream.came) if before is None else before  # what comes of this side's end is no part of the conversation
    if came > heard and all(complete(reply) for _, reply in turns):
        return "more came than was asked for: %r" % bytes(stream.came[heard:came][:200])
    return None


def early(stream, offset, said):
    """Whether the byte at that offset came before so much had been sent."""
    return next(sent for start, sent in reversed(stream.arrivals) if start <= offset) < said


def complete(reply):
    """Whether it says all that may come."""
    if reply[0] == "in order":
        return all(complete(part) for part in reply[1])
    return complete(reply[3]) if reply[0] == "sized" else reply[0] not in ("one of", "nothing")


def describe(reply):
    if reply[0] == "one of":
        return " or ".join(describe(each) for each in reply[1])
    return {"exactly": lambda: repr(reply[1][:200]), "closed": lambda: "the connection closed",
            "framed": lambda: "a reply, whatever its body"}.get(reply[0], lambda: repr(reply)[:200])()


def whole(turns):
    """The writes that carry each message whole."""
    return [says for says, _ in turns if says]


def occasion(address):
    """Has the whole occasion; what is wrong, or None."""
    for turns in BEFORE:
        wrong = converse(address, turns, whole(turns))
        if wrong:
            raise OSError("what is needed first can't be had: " + wrong)
    opened = []
    for said in MEANWHILE:
        opened.append(Stream(socket.create_connection(address, PATIENCE)))
        if said and (not opened[-1].write(said) or not opened[-1].await_read()):
            print("   -> what is to stay open was not read")
    try:
        wrong = converse(address, TURNS, WRITES, END)
        for turns in AFTERWARDS:
            print("afterwards, another client")
            wrong = afterwards(address, turns)
        return wrong
    finally:
        for stream in opened:
            stream.connection.close()


def afterwards(address, turns):
    try:
        wrong = converse(address, turns, whole(turns))
    except OSError as refused:
        wrong = "no connection: %s" % refused
    return wrong and "afterwards another client is not answered rightly: " + wrong


def tidied(address):
    """Has the occasion, and what puts the server back in order; what is wrong, or None."""
    try:
        return occasion(address)
    finally:
        for turns in BEHIND:
            afterwards(address, turns)


def main():
    address = asked_address()
    return conclude(lambda: tidied(address)) if address else 2


if __name__ == "__main__":
    sys.exit(main())
