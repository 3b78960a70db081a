import json
import re
import struct


class Wrong(Exception):
    """What came can't be what had to come."""


def match(reply, stream, start, ended):
    """Where the reply that starts there ends, or None while it is incomplete."""
    kind, parts, have = reply[0], reply[1:], len(stream) - start
    if kind == "exactly":
        return exactly(parts[0], stream, start, ended)
    if kind == "one of":
        return one_of(parts[0], stream, start, ended)
    if kind == "closed":
        if have:
            raise Wrong("bytes came where the connection had to end")
        return start if ended else None
    if kind == "any":
        return due(parts[0], stream, start, ended)
    if kind == "kept":
        return due(parts[1], stream, start, ended)
    if kind == "until":
        return until(parts[0], parts[1], stream, start, ended)
    if kind == "masked":
        return masked(parts[0], parts[1], stream, start, ended)
    if kind == "sized":
        return sized(parts, stream, start, ended)
    if kind == "in order":
        return in_order(parts[0], stream, start, ended)[0]
    if kind == "json":
        return json_framed(parts, stream, start, ended)
    if kind == "framed":
        return framed(parts, stream, start, ended)
    if kind == "chunks":
        return chunks(parts[0], parts[1], stream, start, ended)
    return start  # nothing is awaited


def exactly(wanted, stream, start, ended):
    got = bytes(stream[start:start + len(wanted)])
    if not wanted.startswith(got):
        at = next(index for index, (one, other) in enumerate(zip(got, wanted)) if one != other)
        raise Wrong("byte %d of the reply differs" % at)
    if len(got) < len(wanted) and ended:
        raise Wrong("the stream ended after %d of %d bytes" % (len(got), len(wanted)))
    return start + len(wanted) if len(got) == len(wanted) else None


def due(count, stream, start, ended):
    """So many octets, whatever they are."""
    if len(stream) - start < count and ended:
        raise Wrong("the stream ended after %d of %d bytes" % (len(stream) - start, count))
    return start + count if len(stream) - start >= count else None


def masked(wanted, mask, stream, start, ended):
    for at, (got, other) in enumerate(zip(stream[start:start + len(wanted)], wanted)):
        if mask[at] and got != other:
            raise Wrong("byte %d of the reply differs" % at)
    return due(len(wanted), stream, start, ended)


def until(terminator, text, stream, start, ended):
    end = stream.find(terminator, start)
    if end < 0:
        if ended:
            raise Wrong("the stream ended without %r" % terminator)
        return None
    before = bytes(stream[start:end])
    if text is not None and not re.fullmatch(text, before.decode("utf-8", "replace")):
        raise Wrong("%r does not match %s" % (before, text))
    return end + len(terminator)


def sized(parts, stream, start, ended):
    """A length, an integer's format or so many digits, and a body in exactly that many octets."""
    integer, plus, body = parts
    begin = due(width(integer), stream, start, ended)
    if begin is None:
        return None
    length = announced(integer, stream, start, begin)
    end = begin + length - plus
    if length < 0 or end < begin:
        raise Wrong("the length is %d" % length)
    whole = len(stream) >= end
    got = match(body, stream[:end] if whole else stream, begin, ended or whole)
    if got is not None and got != end:
        raise Wrong("the length is %d, and %d is due" % (length, got - begin + plus))
    return got


def width(integer):
    return integer if isinstance(integer, int) else struct.calcsize(integer)


def announced(integer, stream, start, end):
    if not isinstance(integer, int):
        return struct.unpack_from(integer, stream, start)[0]
    digits = bytes(stream[start:end])
    return int(digits) if digits.isdigit() else -1


def in_order(parts, stream, start, ended):
    """Where the last part ends, or None, and what was kept."""
    known = {}
    for part in parts:
        part = filled(part, known)
        end = match(part, stream, start, ended)
        if end is None:
            return None, known
        known.update(keeps(part, stream, start))
        start = end
    return start, known


def keeps(reply, stream, start):
    """What is kept of a reply that has come, by name."""
    kind, parts = reply[0], reply[1:]
    if kind == "any" and parts[1] is not None:
        return {parts[1]: bytes(stream[start:start + parts[0]])}
    if kind == "in order":
        return in_order(parts[0], stream, start, True)[1]
    if kind == "one of":
        return next((keeps(choice, stream, start) for choice in parts[0] if fits(choice, stream, start)), {})
    if kind == "sized":
        begin = start + width(parts[0])
        end = begin + announced(parts[0], stream, start, begin) - parts[1]
        return keeps(parts[2], stream[:end], begin)
    return {}


def fits(reply, stream, start):
    try:
        return match(reply, stream, start, True) is not None
    except Wrong:
        return False


def filled(reply, known):
    """The reply with what is known in the place of what was kept."""
    kind, parts = reply[0], reply[1:]
    if kind == "kept" and parts[0] in known:
        return ("exactly", known[parts[0]])
    if kind in ("in order", "one of"):
        return (kind, [filled(part, known) for part in parts[0]])
    return reply[:3] + (filled(parts[2], known),) if kind == "sized" else reply


def one_of(choices, stream, start, ended):
    ends, wrong = [], []
    for choice in choices:
        try:
            ends.append(match(choice, stream, start, ended))
        except Wrong as why:
            wrong.append(why)
    if not ends:
        raise wrong[0]
    return next((end for end in ends if end is not None), None)


def json_framed(parts, stream, start, ended):
    frame, body, with_body = parts
    end, size = header(frame, stream, start) or (None, None)
    if end is None:
        if ended:
            raise Wrong("the stream ended inside the header")
        return None
    if size != len(body):
        raise Wrong("the header says %s, the body has %d bytes" % (size, len(body)))
    return exactly(body, stream, end, ended) if with_body else end


def framed(parts, stream, start, ended):
    """A reply with whatever body, or one part of it."""
    frame, part, least = parts
    if frame[0] == "eof":
        end, size = len(stream) if ended else None, len(stream) - start
    elif part == "body":
        end, size = header_before(frame, stream, start)
    else:
        end, size = header(frame, stream, start) or (None, least)
    if end is not None and size < least:
        raise Wrong("the body has no bytes where something was printed")
    if end is not None and part != "header" and frame[0] != "eof":
        end = end + size if len(stream) >= end + size else None
    if end is None and ended:
        raise Wrong("the stream ended inside the reply")
    return end


def header_before(frame, stream, end):
    """Where the header in front of a body ends, and which size it announces."""
    for start in range(end - 1, -1, -1):
        try:
            found = header(frame, stream, start)
        except Wrong:
            continue
        if found and found[0] == end:
            return found
    raise Wrong("no header stands in front of the body")


def header(frame, stream, start):
    """Where the header that starts there ends, and which size it announces; None while it is incomplete."""
    end = start + width(frame[1])
    if len(stream) < end:
        return None
    try:
        size = announced(frame[1], stream, start, end)
        if frame[0] == "json":
            if not 2 <= size <= 65536:
                raise ValueError(size)
            start, end = end, end + size
            if len(stream) < end:
                return None
            size = json.loads(bytes(stream[start:end]))[frame[2]]
        if size < 0:
            raise ValueError(size)
        return end, size
    except (ValueError, KeyError, TypeError):
        raise Wrong("the header announces no length: %r" % bytes(stream[start:end]))


def chunks(integer, content, stream, start, ended):
    at, taken, head = start, 0, width(integer)
    while len(stream) >= at + head:
        length = struct.unpack_from(integer, stream, at)[0]
        if length == 0 and taken == len(content):
            return at + head
        if not 0 < length <= len(content) - taken:
            raise Wrong("a chunk's length is %d" % length)
        chunk = bytes(stream[at + head:at + head + length])
        if not content.startswith(chunk, taken):
            raise Wrong("a chunk's bytes are not the file's")
        if len(chunk) < length:
            break
        at, taken = at + head + length, taken + length
    if ended:
        raise Wrong("the stream ended inside the message")
    return None
