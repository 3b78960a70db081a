"""Hello servers, each wrong in one way.

Usage: broken_hello.py HOST PORT WAY
"""

import select
import socket
import sys

IP_RECVERR = 11


def main():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((sys.argv[1], int(sys.argv[2])))
    WAYS[sys.argv[3]](server)


def each(answer):
    def serve(server):
        while True:
            datagram, asker = server.recvfrom(65535)
            answer(server, datagram, asker)

    return serve


def gathered(server):
    """What comes within 20 ms of the first."""
    datagrams = [server.recvfrom(65535)]
    while select.select([server], [], [], 0.02)[0]:
        datagrams.append(server.recvfrom(65535))
    return datagrams


@each
def other_port(server, _, asker):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as other:
        other.sendto(b"hi", asker)


def joins(server):
    while True:
        datagrams = gathered(server)
        server.sendto(b"hi" * len(datagrams), datagrams[0][1])


def forgets(server):
    while True:
        server.sendto(b"hi", gathered(server)[0][1])


def last_asker(server):
    while True:
        datagrams = gathered(server)
        for _ in datagrams:
            server.sendto(b"hi", datagrams[-1][1])


@each
def twice(server, _, asker):
    server.sendto(b"hi", asker)
    server.sendto(b"hi", asker)


@each
def dies_of_nothing(server, datagram, asker):
    if not datagram:
        sys.exit("the end")
    server.sendto(b"hi", asker)


@each
def dies_of_size(server, datagram, asker):
    if len(datagram) > 8192:
        sys.exit("too long")
    server.sendto(b"hi", asker)


@each
def dies_of_bytes(server, datagram, asker):
    datagram.decode()
    server.sendto(b"hi", asker)


def dies_of_icmp(server):
    server.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)
    while True:
        _, asker = server.recvfrom(65535)
        server.sendto(b"hi", asker)


@each
def amplifies(server, datagram, asker):
    server.sendto(b"hi" if datagram == b"hello" else datagram[:60000] + b" hi", asker)


@each
def answers_others_twice(server, datagram, asker):
    for _ in range(1 if datagram == b"hello" else 2):
        server.sendto(b"hi", asker)


def short_buffer(server):
    while True:
        datagram, asker = server.recvfrom(5)
        if datagram == b"hello there":
            server.sendto(b"hi", asker)


def every_second(server):
    while True:
        _, asker = server.recvfrom(65535)
        server.sendto(b"hi", asker)
        server.recvfrom(65535)


@each
def capital(server, _, asker):
    server.sendto(b"Hi", asker)


def remembers(server):
    last = None
    while True:
        datagram, asker = server.recvfrom(65535)
        if asker != last:
            server.sendto(b"hi", asker)
        last = asker


@each
def silent(*_):
    pass


@each
def endless(server, _, asker):
    for _ in range(20000):
        server.sendto(b"hi", asker)


WAYS = {name: way for name, way in list(globals().items()) if callable(way) and name not in ("main", "each", "gathered")}

if __name__ == "__main__":
    main()
