"""Answers each line by the manner it names: "again", "count", "time", "token", "another", "silent", "bye"."""
import itertools
import secrets
import socket
import sys
import threading
import time

counter = itertools.count(8)
lock = threading.Lock()


def answer(line):
    if line == b"count":
        with lock:
            return b"this is number %d\n" % next(counter)
    if line == b"time":
        return time.strftime("It is %a %b %d %H:%M:%S %Y, or so.\n").encode()
    if line == b"token":
        return b"token " + secrets.token_hex(8).encode() + b".\n"
    if line == b"another":
        with lock:
            start = next(counter)
        return bytes(range(start, 2 * start))
    return b"" if line == b"silent" else b"you said " + line + b"\n"


def serve(connection):
    try:
        with connection, connection.makefile("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n"):
                    return
                connection.sendall(answer(line.rstrip(b"\n")))
                if line == b"bye\n":
                    return
    except OSError:
        pass


listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=128)
while True:
    client, _ = listener.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
