package io.github.sockspec.spec;

import static io.github.sockspec.spec.Grade.BOUNDED;
import static io.github.sockspec.spec.Grade.INTEROPERATES;
import static io.github.sockspec.spec.Grade.ROBUST;
import static io.github.sockspec.spec.Grade.SURVIVES;
import static io.github.sockspec.spec.Level.MUST;
import static io.github.sockspec.spec.Level.SHOULD;

import java.util.Arrays;
import java.util.Optional;

/**
 * One requirement of PROTOCOL.md. The constant's name is the published identifier with its hyphen written as an
 * underscore. A clause is never renumbered; a retired one keeps its number.
 */
public enum Clause {
    LOGIN_1(MUST, INTEROPERATES, "Success for a pair that is in the account file, fail for any other."),
    LOGIN_2(
            MUST,
            INTEROPERATES,
            "After fail the connection stays open and the next attempt on it is judged afresh; attempts are "
                    + "answered in order."),
    LOGIN_3(
            MUST,
            ROBUST,
            "The answer does not depend on how the request was cut, including inside a multi-byte character, nor "
                    + "on a prefix that is itself a valid pair (chen|123 of chen|1234)."),
    LOGIN_4(MUST, ROBUST, "Requests that arrive joined are answered one by one, in order."),
    LOGIN_5(
            MUST,
            SURVIVES,
            "A malformed request (no separator, more than one, an empty name, bytes that are not valid text) is "
                    + "answered fail, or the connection is closed; others are served as before."),
    LOGIN_6(
            MUST,
            SURVIVES,
            "A disconnect (FIN or RST) at any byte of a request, or before the reply is read, leaves the server "
                    + "serving others."),
    LOGIN_7(
            MUST,
            BOUNDED,
            "A request longer than 1024 bytes is answered fail or closed, and is not stored without bound."),
    LOGIN_8(
            SHOULD,
            INTEROPERATES,
            "More than one client is served at a time; a client that says nothing holds up nobody."),
    LOGIN_9(SHOULD, INTEROPERATES, "An account added to the file is accepted without a restart."),
    LOGIN_10(
            MUST,
            BOUNDED,
            "After 200 abrupt disconnects the server holds no more descriptors, threads or processes than "
                    + "before, and uses no CPU time while nobody asks."),
    LOGIN_11(SHOULD, ROBUST, "Complete requests are answered although the client has half-closed."),
    LOGIN_12(SHOULD, ROBUST, "After the client's end of stream nothing is sent but the answers that are owed."),

    LOGIN_C1(
            MUST,
            INTEROPERATES,
            "Sends exactly user|password (and the dialect's end mark), nothing more, nothing before the user has "
                    + "given both."),
    LOGIN_C2(
            MUST, ROBUST, "Understands a reply however it is cut, and does not mistake the first bytes for the whole."),
    LOGIN_C3(
            MUST,
            INTEROPERATES,
            "After fail, asks again on the same connection; after success, stops, with exit status 0."),
    LOGIN_C4(
            MUST,
            SURVIVES,
            "If the server closes, resets, or sends something that is neither reply, ends with a message and a "
                    + "non-zero status; it never hangs and never spins."),

    EXEC_1(MUST, INTEROPERATES, "The reply is exactly one header and N bytes, unaltered, whatever the bytes are."),
    EXEC_2(MUST, INTEROPERATES, "Standard error if there is any, else standard output."),
    EXEC_3(MUST, INTEROPERATES, "A command that prints nothing gets a reply of length 0."),
    EXEC_4(
            MUST,
            INTEROPERATES,
            "Commands on one connection are answered in order, each with its own reply; a failing or unknown "
                    + "command does not end the connection."),
    EXEC_5(MUST, ROBUST, "A command is run once, whole, however it was cut; a partial command is never run."),
    EXEC_6(MUST, ROBUST, "Commands that arrive joined are run and answered one by one, in order."),
    EXEC_7(MUST, INTEROPERATES, "The exit word ends the connection, without a reply and without being run."),
    EXEC_8(MUST, INTEROPERATES, "A reply of 16 MiB arrives whole."),
    EXEC_9(
            MUST,
            BOUNDED,
            "A command that fills both pipes (1 MiB to each stream, in either order) is answered; the server "
                    + "does not deadlock."),
    EXEC_10(
            MUST,
            SURVIVES,
            "A disconnect at any byte of a request, while the command runs, and while the reply is being sent, "
                    + "leaves the server serving others."),
    EXEC_11(
            SHOULD,
            BOUNDED,
            "A command whose client has reset the connection is ended within 2 s, with its children; no zombie "
                    + "stays."),
    EXEC_12(
            MUST,
            SURVIVES,
            "Bytes that are not valid text, an empty line, a line longer than 64 KiB: an error reply, no reply, "
                    + "or a close; others are served as before, and an empty line runs nothing."),
    EXEC_13(
            SHOULD,
            INTEROPERATES,
            "More than one client is served at a time; a long command of one does not hold up another."),
    EXEC_14(SHOULD, SURVIVES, "A command that reads standard input finds it empty at once."),
    EXEC_15(SHOULD, INTEROPERATES, "A stopped server can be started again at once on the same port."),
    EXEC_16(SHOULD, BOUNDED, "A client that does not read its reply delays nobody else."),
    EXEC_17(
            MUST,
            BOUNDED,
            "After 200 abrupt disconnects the server holds no more descriptors, threads or processes than "
                    + "before, and uses no CPU time while nobody asks."),
    EXEC_18(SHOULD, ROBUST, "Complete requests are answered although the client has half-closed."),
    EXEC_19(SHOULD, ROBUST, "After the client's end of stream nothing is sent but the answers that are owed."),

    EXEC_C1(
            MUST,
            INTEROPERATES,
            "Sends the command and the end mark, nothing else; prints the body's bytes, and only those."),
    EXEC_C2(
            MUST,
            ROBUST,
            "Reads the header however it is cut, and header and body however they are joined; takes no byte of "
                    + "the next reply."),
    EXEC_C3(MUST, ROBUST, "A multi-byte character cut between two reads prints right, in UTF-8 and in GBK."),
    EXEC_C4(
            MUST,
            SURVIVES,
            "End of stream or a reset in the header or the body ends it with a message and a non-zero status; it "
                    + "never hangs and never spins."),
    EXEC_C5(MUST, SURVIVES, "A negative length, or one far beyond what follows, is an error in bounded memory."),
    EXEC_C6(
            MUST,
            INTEROPERATES,
            "A reply of length 0 prints nothing and the next command works; an empty input line is not sent."),
    EXEC_C7(MUST, INTEROPERATES, "The exit word ends it with status 0."),

    HELLO_1(
            MUST,
            INTEROPERATES,
            "Hello is answered hi, one datagram, from the port that was asked, to the address and port that "
                    + "asked."),
    HELLO_2(
            MUST,
            ROBUST,
            "Every datagram is answered on its own: none joined, none dropped while the load fits the socket's "
                    + "buffer; a duplicate is answered again."),
    HELLO_3(MUST, ROBUST, "Askers that interleave each get their own reply."),
    HELLO_4(MUST, SURVIVES, "An empty datagram, the largest one (65,507 bytes), and arbitrary bytes leave it serving."),
    HELLO_5(
            MUST,
            SURVIVES,
            "An asker whose port is gone when the reply is sent (ICMP port unreachable) leaves it serving."),
    HELLO_6(
            MUST,
            BOUNDED,
            "Never sends more than one datagram for one received, nor more bytes than it received when it "
                    + "received more than two (no amplification)."),

    HELLO_C1(MUST, INTEROPERATES, "Sends exactly hello in one datagram; prints the reply and who sent it; status 0."),
    HELLO_C2(
            SHOULD,
            SURVIVES,
            "With no reply, ends with a message and a non-zero status within its stated time; never hangs."),
    HELLO_C3(SHOULD, ROBUST, "When the first datagram or its reply is lost, asks again."),
    HELLO_C4(SHOULD, SURVIVES, "Ignores a datagram that did not come from the server it asked."),

    DIGEST_1(
            MUST,
            INTEROPERATES,
            "The RFC 1321 vectors; hellochen is 6e92e6e4207d0f85e6f73e7f7eb10f8a; the empty message is "
                    + "d41d8cd98f00b204e9800998ecf8427e."),
    DIGEST_2(
            MUST,
            ROBUST,
            "The digest depends on the message's bytes alone, not on how they are divided into chunks (hello + "
                    + "chen)."),
    DIGEST_3(MUST, ROBUST, "Nor on how the chunks are cut and joined on the way."),
    DIGEST_4(MUST, INTEROPERATES, "Several messages on one connection, each with a digest of its own."),
    DIGEST_5(
            MUST,
            SURVIVES,
            "A negative length closes the connection with no digest; a stream that ends inside a message gets no "
                    + "digest; others are served as before."),
    DIGEST_6(
            MUST,
            BOUNDED,
            "A message of 1 GiB, as many chunks or as one, is digested while the server's memory grows by less "
                    + "than 64 MiB."),
    DIGEST_7(
            MUST,
            BOUNDED,
            "After 200 abrupt disconnects the server holds no more descriptors, threads or processes than "
                    + "before, and uses no CPU time while nobody asks."),
    DIGEST_8(SHOULD, INTEROPERATES, "More than one client is served at a time."),
    DIGEST_9(SHOULD, ROBUST, "Complete messages are answered although the client has half-closed."),
    DIGEST_10(SHOULD, ROBUST, "After the client's end of stream nothing is sent but the answers that are owed."),

    DIGEST_C1(
            MUST,
            INTEROPERATES,
            "Sends a file's bytes and prints the digest that the server returned; status 0 when it equals the "
                    + "file's own, another status when it does not."),
    DIGEST_C2(MUST, ROBUST, "Reads the 32 digits however they are cut."),
    DIGEST_C3(
            MUST,
            SURVIVES,
            "End of stream before 32 digits, or a character that is not hexadecimal, is an error with a non-zero "
                    + "status."),

    DIGEST_T1(
            MUST,
            INTEROPERATES,
            "As a local tool, prints the MD5 of a file; equal contents give equal digests, one changed byte does "
                    + "not."),
    DIGEST_T2(MUST, BOUNDED, "A 1 GiB file without a single newline is digested in less than 128 MiB of memory.");

    private final Level level;
    private final Grade grade;
    private final String sentence;

    Clause(Level level, Grade grade, String sentence) {
        this.level = level;
        this.grade = grade;
        this.sentence = sentence;
    }

    /** The published identifier, for example {@code EXEC-5} or {@code LOGIN-C2}. */
    public String id() {
        return name().replace('_', '-');
    }

    public Level level() {
        return level;
    }

    public Grade grade() {
        return grade;
    }

    /** What it asks, as one sentence a student can read. */
    public String sentence() {
        return sentence;
    }

    public Protocol protocol() {
        return Protocol.valueOf(name().substring(0, name().indexOf('_')));
    }

    public Role role() {
        return switch (name().charAt(name().indexOf('_') + 1)) {
            case 'C' -> Role.CLIENT;
            case 'T' -> Role.TOOL;
            default -> Role.SERVER;
        };
    }

    /** The clause with that published identifier. */
    public static Optional<Clause> of(String id) {
        return Arrays.stream(values()).filter(clause -> clause.id().equals(id)).findFirst();
    }
}
