import os
import shlex
import signal
import subprocess
import sys
import tempfile
import threading
import time


class Program:
    """The client. Where it is not launched here, only what it says over the network is seen of it."""

    def __init__(self, command, address):
        self.out, self.err, self.process, self.files, self.given = bytearray(), bytearray(), None, [], ""
        if not command:
            print("waiting for a client at %s:%d" % address)
            return
        values = {"host": address[0], "port": str(address[1]), "file": self.file(FILE), "out": self.file(b"")}
        words, self.given = [fill(word, values) for word in command], values["file"]
        if TERMINAL:
            words = ["script", "-q", "-e", "-c", "exec " + " ".join(map(shlex.quote, words)), "/dev/null"]
        print("start %s" % " ".join(map(shlex.quote, words)))
        self.process = subprocess.Popen(
            words, cwd=DIRECTORY if os.path.isdir(DIRECTORY) else None, start_new_session=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=dict(os.environ, PYTHONUNBUFFERED="1"))
        self.readers = [threading.Thread(target=keep, args=pair, daemon=True)
                        for pair in ((self.process.stdout, self.out), (self.process.stderr, self.err))]
        for reader in self.readers:
            reader.start()

    def file(self, content):
        handle, name = tempfile.mkstemp()
        os.write(handle, content)
        os.close(handle)
        self.files.append(name)
        return name

    def type(self, lines):
        for line in lines if self.process else []:
            if TERMINAL:
                time.sleep(0.5)  # what is typed before a password is asked for is thrown away
            try:
                self.process.stdin.write((line.replace("{file}", self.given) + "\n").encode())
                self.process.stdin.flush()
            except OSError:
                pass  # nobody reads any more: the exit status will tell

    def end_input(self):
        if self.process:
            try:
                self.process.stdin.close()
            except OSError:
                pass

    def gone(self):
        return self.process is not None and self.process.poll() is not None

    def end(self):
        """Its exit status; None when it had to be ended, or was not launched here."""
        if not self.process:
            return None
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            status = None
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait(PATIENCE)
        for reader in self.readers:
            reader.join(1.0)
        for name in self.files:
            os.unlink(name)
        print("the program printed %r" % bytes(self.out[-2000:]))
        if self.err:
            print("and complained %r" % bytes(self.err[-2000:]))
        return status


def fill(word, values):
    for name, value in values.items():
        word = word.replace("{%s}" % name, value)
    return word


def keep(stream, kept):
    """Keeps what comes, but no flood of it."""
    while some := os.read(stream.fileno(), 65536):
        if len(kept) < 32 << 20:
            kept += some


def gives_up(program, status):
    """What is wrong with how it ended, where it had to end with a message and a status other than 0; or None."""
    if not program.process:
        return None
    if status is None:
        return "it does not end"
    if status < 0:
        return "signal %d killed it" % -status
    if status == 0:
        return "it ended with status 0, as if nothing were wrong"
    return None if (program.out + program.err).strip() else "it ended with status %d but without a word" % status


def run(listen, have):
    """Runs the whole from the command line: [HOST PORT [COMMAND WORD...]]."""
    words = sys.argv[1:]
    if len(words) == 1 or len(words) > 1 and not words[1].isdigit():
        print("usage: python3 %s [HOST PORT [COMMAND WORD...]]" % sys.argv[0], file=sys.stderr)
        return 2
    address = (words[0], int(words[1])) if words else ADDRESS
    command = words[2:] or COMMAND
    return conclude(lambda: launch(listen, have, address, [] if command == ["-"] else command))


def launch(listen, have, address, command):
    """Launches it, where there is a command, and has it there; what is wrong, or None."""
    with listen(address) as listener:
        program = Program(command, listener.getsockname()[:2])
        try:
            return have(listener, program)
        finally:
            if program.process and program.process.poll() is None:
                os.killpg(program.process.pid, signal.SIGKILL)
