"""Answers each connection, once its client has half-closed, with the size of every recv: "1 2 7". Ends when its input does."""
import os
import socket
import sys
import threading


def end_with_input():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=end_with_input, daemon=True).start()
listener = socket.socket()
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen(64)
print(listener.getsockname()[1], flush=True)
while True:
    connection, _ = listener.accept()
    sizes = []
    while True:
        data = connection.recv(65536)
        if not data:
            break
        sizes.append(str(len(data)))
    connection.sendall(" ".join(sizes).encode())
    connection.close()
