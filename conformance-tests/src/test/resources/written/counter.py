"""A counter over TCP. With the word of a mistake behind the port, it makes that one."""
import os
import socket
import sys
import threading

MISTAKE = sys.argv[2] if len(sys.argv) > 2 else ""


def answer(line, total):
    if line == b"?":
        return total, b"%d\n" % total
    if line[:1] in (b"+", b"-") and line[1:].isdigit() and len(line) < 12:
        total += int(line)
        return total, b"%d\n" % (total + (MISTAKE == "miscounts"))
    if MISTAKE == "dies-of-garbage" and line != b"what":
        os._exit(1)
    return total, b"error: what is that?\n"


def lines(connection):
    rest = b""
    while True:
        data = connection.recv(4096)
        if not data:
            return
        if MISTAKE == "one-recv":
            yield data.rstrip(b"\n")
            continue
        rest += data
        while b"\n" in rest:
            line, rest = rest.split(b"\n", 1)
            yield line
            if MISTAKE == "drops-joined":
                rest = b""
        if len(rest) > 4096:
            return


def half_closed(connection):
    connection.settimeout(0.03)
    try:
        return connection.recv(1, socket.MSG_PEEK) == b""
    except TimeoutError:
        return False
    finally:
        connection.settimeout(None)


def serve(connection):
    total, reply = 0, b""
    if MISTAKE == "leaks":
        os.dup(0)
    try:
        for line in lines(connection):
            if line == b"bye":
                return
            total, reply = answer(line, total)
            if MISTAKE == "leaves-at-a-half-close" and half_closed(connection):
                return
            connection.sendall(reply)
        if MISTAKE == "answers-at-the-end":
            connection.sendall(reply)
    except OSError:
        if MISTAKE == "dies-of-a-reset":
            os._exit(1)
    finally:
        connection.close()


listener = socket.socket()
if MISTAKE != "does-not-reuse":
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen(128)
while True:
    client, _ = listener.accept()
    if MISTAKE == "one-at-a-time":
        serve(client)
    else:
        threading.Thread(target=serve, args=(client,), daemon=True).start()
