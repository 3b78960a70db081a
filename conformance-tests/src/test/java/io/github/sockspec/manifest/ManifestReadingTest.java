package io.github.sockspec.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.program.Addresses;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Start;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Dialects;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.Lifetime;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.protocol.RequestEnd;
import io.github.sockspec.protocol.RequestFraming;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.protocol.SizePrefix;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReadingTest {
    private static final Charset GBK = Charset.forName("GBK");

    private final Path directory;

    ManifestReadingTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Implementation read(String yaml) throws IOException {
        return Manifests.read(Files.writeString(directory.resolve("m.yaml"), yaml));
    }

    @Test
    void read_leastManifest_hasTheReferenceDialect() throws IOException {
        Implementation read =
                read("name: x\nprotocol: hello\nrole: server\nstart: {command: [python3, s.py, \"{port}\"]}\n");

        assertEquals("x", read.name());
        assertEquals(Role.SERVER, read.role());
        assertEquals(Dialect.reference(Protocol.required("hello")), read.dialect());
        assertEquals(
                new Start.Command(List.of("python3", "s.py", "{port}"), directory, Map.of(), Optional.empty()),
                read.start());
    }

    @Test
    void read_hostWithoutAPort_leavesThePortToBeChosen() throws IOException {
        Implementation read = read("""
                name: x
                protocol: hello
                role: server
                start: {command: [python3, s.py, "{host}", "{port}"], address: "[::1]:{port}"}
                """);

        Start.Command start = (Start.Command) read.start();
        assertEquals(Optional.of(new InetSocketAddress("::1", 0)), start.address());
        assertTrue(start.repeatable());
    }

    @Test
    void read_everythingOfAnExecServer_isTaken() throws IOException {
        Implementation read = read("""
                name: course-exec-server
                protocol: exec
                role: server
                start:
                  command: [python3, server.py]
                  directory: .
                  files: {account: accounts}
                  address: 192.168.13.22:8008
                dialect:
                  request: {ends: nothing, encoding: gbk}
                  reply: {frame: json, integer: i32be, size-key: size, acknowledge: go}
                  body: stdout-then-stderr
                  empty: done
                  exit: none
                  output: gbk
                skip: {EXEC-13: "one client at a time by intent"}
                """);

        assertEquals(
                Dialects.of(
                        "exec",
                        "request: {ends: nothing, encoding: gbk},"
                                + "reply: {frame: json, integer: i32be, size-key: size, acknowledge: go},"
                                + "body: stdout-then-stderr, empty: done, exit: none, output: gbk"),
                read.dialect());
        assertEquals(
                new RequestFraming(RequestEnd.NOTHING, GBK, IntegerFormat.I32BE),
                read.dialect().request());
        assertEquals(
                new ReplyFrame.Json(IntegerFormat.I32BE, "size"), read.dialect().reply());
        assertEquals(Optional.of(Bytes.utf8("go")), read.dialect().acknowledge());
        assertEquals(Bytes.utf8("oe"), read.dialect().bodyOf(Bytes.utf8("o"), Bytes.utf8("e")));
        assertEquals(Bytes.utf8("done"), read.dialect().bodyOf(Bytes.EMPTY, Bytes.EMPTY));
        assertEquals(Optional.empty(), read.dialect().exit());
        assertEquals(GBK, read.dialect().charset("output"));
        assertEquals(Lifetime.MANY, read.dialect().lifetime());
        assertEquals(
                new Start.Command(
                        List.of("python3", "server.py"),
                        directory,
                        Map.of("account", "accounts"),
                        Optional.of(Addresses.parse("192.168.13.22:8008").orElseThrow())),
                read.start());
        assertEquals(Map.of(Clause.required("EXEC-13"), "one client at a time by intent"), read.skip());
    }

    @Test
    void read_asciiFrame_hasItsWidth() throws IOException {
        Dialect dialect = read("""
                name: x
                protocol: exec
                role: server
                start: {address: "127.0.0.1:80"}
                dialect: {reply: {frame: ascii, width: 4, acknowledge: any}}
                """).dialect();

        assertEquals(new ReplyFrame.Sized(new SizePrefix.Ascii(4, 0)), dialect.reply());
        assertEquals(Optional.of(Bytes.utf8("1")), dialect.acknowledge());
    }

    @Test
    void read_loginServer_hasItsOwnWordsAndAccounts() throws IOException {
        Implementation read = read("""
                name: x
                protocol: login
                role: server
                start: {image: "my/login:1", port: 8899}
                dialect:
                  request: {encoding: gbk}
                  separator: ":"
                  success: 成功
                  fail: 失败
                  attempts: one
                  closes: server
                credentials: [[chen, 0123], [李, x]]
                """);

        assertEquals(
                new RequestFraming(RequestEnd.NEWLINE, GBK, IntegerFormat.I32LE),
                read.dialect().request());
        assertEquals(":", read.dialect().text("separator"));
        assertEquals(Bytes.text("成功", GBK), read.dialect().octets("success"));
        assertEquals(Bytes.text("失败", GBK), read.dialect().octets("fail"));
        assertEquals("one", read.dialect().text("attempts"));
        assertEquals("server", read.dialect().text("closes"));
        assertEquals(Lifetime.MANY, read.dialect().lifetime());
        assertEquals(
                new Accounts(List.of(new Accounts.Pair("chen", "0123"), new Accounts.Pair("李", "x"))), read.accounts());
        assertEquals(new Start.Image("my/login:1", OptionalInt.of(8899)), read.start());
    }

    @Test
    void read_client_hasItsInputAndTerminal() throws IOException {
        Implementation read = read("""
                name: x
                protocol: hello
                role: client
                start: {command: [python3, c.py]}
                dialect: {request: hey, reply: ho, lifetime: one, answers: exact}
                stdin: ["{user}", "{password}"]
                tty: true
                """);

        assertEquals(List.of("{user}", "{password}"), read.stdin());
        assertEquals(Start.Console.TERMINAL, ((Start.Command) read.start()).console());
        assertEquals(Bytes.utf8("hey"), read.dialect().octets("request"));
        assertEquals(Bytes.utf8("ho"), read.dialect().octets("reply"));
        assertEquals(Lifetime.ONE, read.dialect().lifetime());
        assertEquals("exact", read.dialect().text("answers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\\t", ", ", "::", "名"})
    void read_anySeparator_isTaken(String separator) throws IOException {
        Dialect dialect = read("name: x\nprotocol: login\nrole: server\n"
                        + "start: {address: \"127.0.0.1:80\"}\ndialect: {separator: \"" + separator + "\"}\n")
                .dialect();

        assertEquals(separator.replace("\\t", "\t"), dialect.text("separator"));
    }

    @Test
    void read_wordsOfABlank_areTaken() throws IOException {
        Dialect dialect = read("""
                name: x
                protocol: exec
                role: server
                start: {address: "127.0.0.1:80"}
                dialect: {request: {ends: length}, reply: {frame: json, size-key: " ", acknowledge: " "}, exit: " "}
                """).dialect();

        assertEquals(new ReplyFrame.Json(IntegerFormat.I32LE, " "), dialect.reply());
        assertEquals(Optional.of(Bytes.utf8(" ")), dialect.acknowledge());
        assertEquals(Optional.of(" "), dialect.exit());
    }

    @Test
    void read_toolThatAsksForItsFile_hasItsInput() throws IOException {
        Implementation read = read("""
                name: x
                protocol: digest
                role: tool
                start: {command: [python3, t.py]}
                stdin: ["{file}"]
                """);

        assertEquals(List.of("{file}"), read.stdin());
    }

    @Test
    void read_emptyDialectSection_isTheReference() throws IOException {
        Implementation read =
                read("name: x\nprotocol: exec\nrole: server\nstart: {address: \"localhost:80\"}\ndialect: {}\n");

        assertEquals(Dialect.reference(Protocol.required("exec")), read.dialect());
        assertEquals(new Start.Address(new InetSocketAddress(InetAddress.getLoopbackAddress(), 80)), read.start());
    }
}
