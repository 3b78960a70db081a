import socket
import sys
import time

STRANGER = b"7d1f3a-stranger"


def welcome(listener, asker, times):
    """Answers what was asked for the so-manieth time."""
    if WELCOME == "never" or WELCOME == "first-lost" and times == 1:
        print("   -> not answered")
        return
    if WELCOME == "late":
        time.sleep(0.15)
    if WELCOME == "stranger-first":
        with socket.socket(listener.family, socket.SOCK_DGRAM) as stranger:
            stranger.sendto(STRANGER, asker)
            print("   -> a stranger says %r" % STRANGER)
    for _ in range(2 if WELCOME == "twice" else 1):
        listener.sendto(REPLY, asker)
        print("   -> answered %r" % REPLY)


def greet(listener, program):
    """Welcomes the client that asks; what is wrong with it, or None."""
    program.type(TYPED)
    asked, deadline = [], time.monotonic() + 10.0
    listener.settimeout(0.02)
    while not program.gone() and time.monotonic() < deadline:
        try:
            data, asker = listener.recvfrom(65536)
        except socket.timeout:
            continue
        print("asked %r" % data[:200])
        asked.append(data)
        program.end_input()
        welcome(listener, asker, len(asked))
        deadline = time.monotonic() + 10.0
    program.end_input()
    return judge(listener, program, asked, program.end())


def judge(listener, program, asked, status):
    if WELCOME == "never":
        return gives_up(program, status)
    if not asked:
        return "it asked nothing"
    if any(data != REQUEST for data in asked):
        return "what it sent is not the question: %r" % next(data for data in asked if data != REQUEST)[:200]
    if not program.process:
        return None
    if STRANGER in program.out:
        return "it took a stranger's datagram for the answer"
    if status != 0:
        return "it asked %d times, and %s" % (len(asked), "does not end" if status is None else "ended with %d" % status)
    if REPLY not in program.out:
        return "it did not print the reply"
    return None if listener.getsockname()[0].encode() in program.out else "it did not print who sent it"


def listen(address):
    listener = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(address)
    return listener


if __name__ == "__main__":
    sys.exit(run(listen, greet))
