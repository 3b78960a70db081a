import select
import socket
import sys
import time


class Asker:
    """Somebody who asks in datagrams, from a port of his own."""

    def __init__(self, family):
        self.socket = socket.socket(family, socket.SOCK_DGRAM)
        self.socket.setblocking(False)
        self.asked, self.replies = [], []

    def hear(self):
        while True:
            try:
                self.replies.append(self.socket.recvfrom(65536))
            except BlockingIOError:
                return
            except OSError:
                return  # nobody is there any more

    def owed(self):
        """What must answer each datagram that has to be answered."""
        return [DUE[data] for data in self.asked if data in DUE]

    def due(self):
        return len(self.owed())

    def right(self):
        """How many of those were answered rightly: as many as can be are given an answer of their own."""
        replies, answers = [reply for reply, _ in self.replies], {}
        fitting = [[index for index, reply in enumerate(replies) if whole(due, reply)] for due in self.owed()]

        def pair(number, tried):
            for index in fitting[number]:
                if index not in tried:
                    tried.add(index)
                    if index not in answers or pair(answers[index], tried):
                        answers[index] = number
                        return True
            return False

        return sum(pair(number, set()) for number in range(len(fitting)))

    def enough(self):
        """Whether what is due has come; where it said what need not be answered, by what the answers hold."""
        return self.due() <= (len(self.replies) if self.due() == len(self.asked) else self.right())


def whole(reply, datagram):
    """Whether the datagram is that reply and nothing else."""
    try:
        return match(reply, datagram, 0, True) == len(datagram)
    except Wrong:
        return False


def ask(server, rounds):
    """Has all rounds, one after the other as what is due comes; the askers with what they got."""
    askers, family = {}, socket.getaddrinfo(*server)[0][0]
    for datagrams in rounds:
        begun = time.monotonic()
        for number, data, leaves, late in datagrams:
            time.sleep(max(0.0, begun + late - time.monotonic()))
            asker = askers.setdefault(number, Asker(family))
            if leaves:
                # A socket that is connected elsewhere is as good as closed to whoever answers it.
                asker.socket.connect((server[0], 9 if server[1] != 9 else 11))
                asker.socket.sendto(data, server)
                askers[number] = None
                continue
            print("asker %-3d %r" % (number, data) if len(data) < 80 else "asker %-3d %d bytes" % (number, len(data)))
            asker.socket.sendto(data, server)
            asker.asked.append(data)
        if not hear([asker for asker in askers.values() if asker]):
            break
    return {number: asker for number, asker in askers.items() if asker}


def hear(askers):
    """Hears until each has got what it is due; False when it stays quiet too long."""
    last = time.monotonic() + PATIENCE
    while not all(asker.enough() for asker in askers):
        ready = select.select([asker.socket for asker in askers], [], [], max(0.0, last - time.monotonic()))[0]
        if not ready:
            return False
        for asker in askers:
            asker.hear()
        last = time.monotonic() + PATIENCE
        if sum(len(asker.replies) for asker in askers) > 10000:
            return False
    for asker in askers:
        asker.hear()
    return True


def judge(server, askers):
    """What is wrong, or None."""
    address = socket.getaddrinfo(*server)[0][4][:2]
    last = max(askers)
    for number, asker in sorted(askers.items()):
        if RECKONING == "served" and number != last:
            continue
        wrong = answered(asker, address) if RECKONING in ("answered", "served") else bounded(asker)
        if wrong:
            return "asker %d: %s" % (number, wrong)
    return None


def answered(asker, address):
    for reply, source in asker.replies:
        if source[:2] != address:
            return "the reply %r came from %s:%d, another port than the one that was asked" % (reply, *source[:2])
        owed = asker.owed()
        if len(owed) == len(asker.asked) and not any(whole(due, reply) for due in owed):
            return "the reply is not right\n  expected %r\n  actual   %r" % (owed[0], reply[:200])
    if asker.right() < asker.due():
        return "%d of %d datagrams were not answered" % (asker.due() - asker.right(), asker.due())
    if RECKONING == "answered" and asker.due() == len(asker.asked) < len(asker.replies):
        return "%d datagrams were sent for %d that were received" % (len(asker.replies), len(asker.asked))
    return None


def bounded(asker):
    if len(asker.replies) > len(asker.asked):
        return "%d datagrams were sent for %d that were received" % (len(asker.replies), len(asker.asked))
    if RECKONING == "one_for_one":
        return None
    longest = sorted((len(reply) for reply, _ in asker.replies), reverse=True)
    for question, answer in zip(sorted(map(len, asker.asked), reverse=True), longest):
        if question > 2 and answer > question:
            return "%d bytes were sent for %d that were received" % (answer, question)
    return None


def greet(server):
    """Greets it; what is wrong, or None."""
    wrong = judge(server, ask(server, ROUNDS))
    if wrong and RECKONING == "served":
        # One request lost beside others is no failure: what serves at the next attempt serves.
        last = max(number for datagrams in ROUNDS for number, _, _, _ in datagrams)
        wrong = judge(server, ask(server, [[each for each in datagrams if each[0] == last] for datagrams in ROUNDS]))
    return wrong


def main():
    server = asked_address()
    return conclude(lambda: greet(server)) if server else 2


if __name__ == "__main__":
    sys.exit(main())
