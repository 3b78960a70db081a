"""A counter over TCP. With "one-recv" it takes what one recv returns for a request, as many do."""
import socket
import sys
import threading


def answer(line, total):
    if line == b"?":
        return total, b"%d\n" % total
    if line[:1] in b"+-" and line[1:].isdigit() and len(line) < 12:
        total += int(line)
        return total, b"%d\n" % total
    return total, b"error: what is that?\n"


def lines(connection):
    rest = b""
    while True:
        data = connection.recv(4096)
        if not data:
            return
        if "one-recv" in sys.argv:
            yield data.rstrip(b"\n")
            continue
        rest += data
        while b"\n" in rest:
            line, rest = rest.split(b"\n", 1)
            yield line
        if len(rest) > 4096:
            return


def serve(connection):
    total = 0
    try:
        with connection:
            for line in lines(connection):
                if line == b"bye":
                    return
                total, reply = answer(line, total)
                connection.sendall(reply)
    except OSError:
        pass


listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=128)
while True:
    client, _ = listener.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
