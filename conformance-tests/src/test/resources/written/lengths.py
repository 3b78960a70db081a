"""Names and their lengths over UDP: a datagram has a transaction's four octets and a name, its answer the same four and how
many octets the name has. The second argument is what is wrong with it, if anything is."""
import socket
import sys

PORT, WRONG = int(sys.argv[1]), (sys.argv[2:] or [""])[0]
IP_RECVERR = 11


def answer(datagram):
    """What answers it; None where nothing does."""
    if len(datagram) < 5:
        return None
    transaction, name = datagram[:4], datagram[4:]
    if b" " in name:
        return transaction + b"error: a name has no blanks\n"
    return transaction + b"%d" % len(name)


def others(server):
    """What has come and was not waited for."""
    server.setblocking(False)
    try:
        while True:
            yield server.recvfrom(65535)
    except BlockingIOError:
        server.setblocking(True)


def serve(server, wrong):
    seen, last = set(), None
    while True:
        try:
            datagram, asker = server.recvfrom(65535)
        except OSError:
            if wrong == "dies":
                return
            continue
        reply = answer(datagram)
        if wrong == "joins":
            more = [answer(each) for each, _ in others(server)]
            reply = b"".join(each for each in [reply, *more] if each is not None) or None
        if wrong == "forgets" and (datagram, asker) in seen:
            continue
        seen.add((datagram, asker))
        if wrong == "stumbles":
            reply = bytes([datagram[0]]) + reply[1:] if reply else reply
        last = last or asker
        if reply is not None:
            sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM) if wrong == "port" else server
            try:
                for _ in range(2 if wrong == "twice" else 1):
                    sender.sendto(reply, last if wrong == "first-asker" else asker)
            except OSError:
                if wrong == "dies":
                    return


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
    udp.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    if WRONG == "dies":
        udp.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)
    udp.bind(("127.0.0.1", PORT))
    serve(udp, WRONG)
