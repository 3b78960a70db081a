"""Says each line back. With "stale" behind the port it says what it said to its first client."""
import socket
import sys
import threading

SAID = {}


def serve(connection):
    try:
        with connection, connection.makefile("rb") as lines:
            for number, line in enumerate(lines):
                if not line.endswith(b"\n"):
                    return
                if "stale" in sys.argv:
                    line = SAID.setdefault((number, len(line)), line)
                connection.sendall(b"got " + line)
    except OSError:
        pass


listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=128)
while True:
    client, _ = listener.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
