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


def waiting(server):
    """What comes first, and whatever has come with it."""
    came = [server.recvfrom(65535)]
    server.setblocking(False)
    try:
        while WRONG in ("joins", "swaps"):
            came.append(server.recvfrom(65535))
    except BlockingIOError:
        pass
    server.setblocking(True)
    return [(datagram, answer(datagram), asker) for datagram, asker in came]


def spoilt(came, seen):
    """What is sent, by the one that is wrong."""
    answered = [(reply, asker) for _, reply, asker in came if reply is not None]
    if WRONG == "joins" and answered:
        return [(b"".join(reply for reply, _ in answered), answered[-1][1])]
    if WRONG == "swaps":
        askers = [asker for _, asker in answered]
        return [(reply, asker) for (reply, _), asker in zip(answered, reversed(askers))]
    if WRONG == "stale":
        return [((seen[-1][0][:4] if seen else b"none") + reply[4:], asker) for reply, asker in answered]
    if WRONG == "forgets":
        return [(reply, asker) for datagram, reply, asker in came if reply is not None and (datagram, asker) not in seen]
    return answered * 2 if WRONG == "twice" else answered


def serve(server):
    seen = []
    while True:
        try:
            came = waiting(server)
            for reply, asker in spoilt(came, seen):
                sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM) if WRONG == "port" else server
                sender.sendto(reply, asker)
        except OSError:
            if WRONG == "dies":
                return
            continue
        if WRONG == "empty" and any(not datagram for datagram, _, _ in came):
            return
        if WRONG in ("stale", "forgets"):
            seen += [(datagram, asker) for datagram, _, asker in came]


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
    # A burst waits in the socket's buffer while one datagram is answered: a larger one drops later.
    udp.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    if WRONG == "dies":
        udp.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1)
    udp.bind(("127.0.0.1", PORT))
    serve(udp)
