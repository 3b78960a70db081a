"""A client of the counter: says who it is, adds and asks, prints what it heard. A word behind host and port makes it wrong."""
import random
import socket
import string
import sys
import threading

HOW = sys.argv[3:]


class Gone(Exception):
    """The server has gone."""


class Counter:
    def __init__(self):
        self.connection = socket.create_connection((sys.argv[1], int(sys.argv[2])))
        self.rest = b""

    def say(self, text):
        self.connection.sendall(text)

    def read(self):
        try:
            data = self.connection.recv(4096)
        except ConnectionResetError:
            if "ignores-reset" in HOW:
                threading.Event().wait()
            raise Gone
        if not data and "spins" not in HOW:
            raise Gone
        return data

    def line(self):
        if "one-recv" in HOW:
            return self.read().rstrip(b"\n")
        while b"\n" not in self.rest:
            self.rest += self.read()
        line, self.rest = self.rest.split(b"\n", 1)
        return line

    def leave(self):
        """Says goodbye, and hears it out."""
        self.say(b"bye\n")
        heard = []
        try:
            while True:
                data = self.read()
                if "stores" in HOW:
                    heard.append(data)
                elif not data:
                    break
        except Gone:
            pass


def converse():
    counter = Counter()
    counter.line()
    name = "#" + "".join(random.choices(string.ascii_letters, k=4))
    counter.say(name.encode() + b"\n")
    if counter.line() != name.encode():
        sys.exit("it is not " + name)
    counter.say(b"+17\n")
    first = int(counter.line())
    counter.say(b"-5\n")
    if "one-recv" in HOW:
        counter.line()
        counter.say(b"?\n")
    else:
        counter.say(b"?\n")
        counter.line()
    second = int(counter.line())
    counter.leave()
    print("%d, %d" % (first, second))
    return 0 if second < 100 else 3


for attempt in range(1000):
    try:
        sys.exit(converse())
    except (Gone, ValueError, OSError):
        if "again" not in HOW:
            sys.exit("the counter has gone")
