package io.github.sockspec.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.sockspec.yaml.InvalidYaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake in a manifest is one line that says where it is and what is allowed. */
class ManifestsTest {
    private static final String HEAD = "name: x\nprotocol: exec\nrole: server\n";
    private static final String START = "start: {command: [python3, s.py, \"{port}\"]}\n";
    private static final String EXEC_SERVER = HEAD + START;

    private final Path directory;

    ManifestsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void read_mistake_saysFileLineAndWhatIsAllowed(String yaml, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("m.yaml"), yaml);

        InvalidYaml mistake = assertThrows(InvalidYaml.class, () -> Manifests.read(file));

        assertEquals(message, Messages.of(mistake).replace(directory + "/", "").replace(directory.toString(), "PLACE"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                        Stream.of(
                                arguments(
                                        "",
                                        "m.yaml:1: the file is empty; a manifest has at least name, protocol,"
                                                + " role and start"),
                                arguments(
                                        "name: [",
                                        "m.yaml:1: not YAML: while parsing a flow node, expected the node content, but found '<stream end>'"),
                                arguments(
                                        "just text",
                                        "m.yaml:1: the manifest must be keys with values, not \"just" + " text\""),
                                arguments(
                                        EXEC_SERVER + "---\n" + EXEC_SERVER,
                                        "m.yaml:6: a second document; a" + " manifest is one"),
                                arguments(EXEC_SERVER + "name: y\n", "m.yaml:5: the key \"name\" is there twice"),
                                arguments(
                                        EXEC_SERVER + "dialct: {}\n",
                                        "m.yaml:5: unknown key \"dialct\"; did you"
                                                + " mean \"dialect\"? allowed: name, protocol, role, start, dialect, stdin,"
                                                + " tty, credentials, skip"),
                                arguments(
                                        "protocol: exec\nrole: server\n" + START,
                                        "m.yaml:1: the manifest has no" + " \"name\""),
                                arguments(
                                        "name: x\nrole: server\n" + START,
                                        "m.yaml:1: the manifest has no" + " \"protocol\""),
                                arguments(
                                        "name: x\nprotocol: exec\n" + START,
                                        "m.yaml:1: the manifest has no" + " \"role\""),
                                arguments(HEAD, "m.yaml:1: the manifest has no \"start\""),
                                arguments(
                                        "name: \nprotocol: exec\nrole: server\n" + START,
                                        "m.yaml:1: name must not be empty"),
                                arguments(
                                        "name: x\nprotocol: ssh\nrole: server\n" + START,
                                        "m.yaml:2: unknown value"
                                                + " \"ssh\"; allowed: login, exec, hello, digest (for protocol)"),
                                arguments(
                                        "name: x\nprotocol: exec\nrole: sever\n" + START,
                                        "m.yaml:3: unknown value"
                                                + " \"sever\"; did you mean \"server\"? allowed: server, client, tool (for"
                                                + " role)"),
                                arguments(
                                        "name: x\nprotocol: exec\nrole: tool\n" + START,
                                        "m.yaml:3: a tool is judged" + " for digest only; for exec: server, client")),
                        startMistakes(),
                        dialectMistakes(),
                        otherMistakes())
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<Arguments> startMistakes() {
        String ways = "give one of: command (perhaps with the address it fixes), image or build (perhaps with command"
                + " for its arguments), or address alone for a server that already runs";
        return Stream.of(
                arguments(HEAD + "start: {}\n", "m.yaml:4: start says nothing to start: " + ways),
                arguments(
                        HEAD + "start:\n  image: a\n  build: b\n", "m.yaml:6: start has both image and build: " + ways),
                arguments(HEAD + "start: {build: ., port: 1}\n", "m.yaml:4: there is no Dockerfile in PLACE"),
                arguments(
                        HEAD + "start: {image: a, port: 1, directory: .}\n",
                        "m.yaml:4: directory goes with command alone; a container's program runs where its image says"),
                arguments(
                        HEAD + "start: {command: [a], address: \"127.0.0.1:1\", capabilities: [SETUID]}\n",
                        "m.yaml:4: capabilities goes with image or build; a launched program has those of its user"),
                arguments(
                        HEAD + "start: {image: a, port: 1, capabilities: [SYS_ADMIN]}\n",
                        "m.yaml:4: unknown value \"SYS_ADMIN\"; allowed: CHOWN, DAC_OVERRIDE, FOWNER, KILL,"
                                + " NET_BIND_SERVICE, SETGID, SETUID, SYS_CHROOT (for an entry of capabilities)"),
                arguments(
                        HEAD + "start: {image: a}\n",
                        "m.yaml:4: image needs port, the port inside the container on which the server listens, or else"
                                + " address, where it listens there when it fixes that itself"),
                arguments(
                        HEAD + "start: {image: a, port: 70000}\n",
                        "m.yaml:4: port must be a whole number from 1 to" + " 65535, not \"70000\""),
                arguments(
                        HEAD + "start: {command: python3 s.py}\n",
                        "m.yaml:4: command must be a list, like [a, b]," + " not \"python3 s.py\""),
                arguments(
                        HEAD + "start: {command: []}\n",
                        "m.yaml:4: command must name a program, like [python3," + " server.py]"),
                arguments(
                        HEAD + "start: {command: [python3, s.py]}\n",
                        "m.yaml:4: nothing says where the server"
                                + " listens: put {port} into command, or the address it fixes into address"),
                arguments(
                        HEAD + "start:\n  address: 127.0.0.1:99999\n",
                        "m.yaml:5: address must be host:port, like"
                                + " 127.0.0.1:8008, with a port from 1 to 65535, or host:{port}, like [::1]:{port}, not \"127.0.0.1:99999\""),
                arguments(
                        HEAD + "start:\n  address: 192.168.13:80\n",
                        "m.yaml:5: address must be host:port, like"
                                + " 127.0.0.1:8008, with a port from 1 to 65535, or host:{port}, like [::1]:{port}, not \"192.168.13:80\""),
                arguments(
                        HEAD + "start:\n  address: \"[::1]:{port}\"\n  command: [python3, s.py]\n",
                        "m.yaml:6: address leaves the port to be chosen, so command must be given it: put {port} into"
                                + " command"),
                arguments(
                        HEAD + "start:\n  address: \"[::1]:{port}\"\n",
                        "m.yaml:4: address alone is for a server that already runs: its port is known, so write it"),
                arguments(
                        HEAD + "start: {command: [./s, \"{port}\"]}\n",
                        "m.yaml:4: there is no program ./s in " + "PLACE"),
                arguments(
                        HEAD + "start:\n  command: [s, \"{port}\"]\n  directory: gone\n",
                        "m.yaml:6: there is no" + " directory gone"),
                arguments(
                        HEAD + "start:\n  command: [s, \"{port}\"]\n  files: {a: acounts}\n",
                        "m.yaml:6: unknown"
                                + " value \"acounts\"; did you mean \"accounts\"? allowed: accounts (for a)"),
                arguments(
                        HEAD + "start:\n  command: [s, \"{port}\"]\n  files: {../a: accounts}\n",
                        "m.yaml:6:" + " \"../a\" must be a file inside the program's directory"),
                arguments(
                        "name: x\nprotocol: exec\nrole: client\nstart: {address: \"127.0.0.1:80\"}\n",
                        "m.yaml:4:"
                                + " address alone is for a server that already runs; a client is launched: give command or"
                                + " image"));
    }

    private static Stream<Arguments> dialectMistakes() {
        return Stream.of(
                arguments(
                        EXEC_SERVER + "dialect: {separator: \"|\"}\n",
                        "m.yaml:5: \"separator\" belongs to the"
                                + " dialect of login, not of exec; allowed: request, reply, body, empty, exit, output,"
                                + " lifetime"),
                arguments(
                        EXEC_SERVER + "dialect: {output: latin-1}\n",
                        "m.yaml:5: unknown value \"latin-1\"; allowed:" + " utf-8, gbk (for output)"),
                arguments(
                        EXEC_SERVER + "dialect:\n  reply:\n    frame: jsn\n",
                        "m.yaml:7: unknown value \"jsn\"; did"
                                + " you mean \"json\"? allowed: length, json, ascii, eof (for frame)"),
                arguments(
                        EXEC_SERVER + "dialect:\n  reply:\n    size_key: n\n",
                        "m.yaml:7: unknown key \"size_key\";"
                                + " did you mean \"size-key\"? allowed: frame, integer, size-key, acknowledge, width"),
                arguments(
                        EXEC_SERVER + "dialect:\n  reply: {frame: ascii, width: 0}\n",
                        "m.yaml:6: width must be a" + " whole number from 1 to 18, not \"0\""),
                arguments(
                        EXEC_SERVER + "dialect:\n  reply: {frame: eof, acknowledge: any}\n",
                        "m.yaml:6: acknowledge" + " goes with a frame with a header: length, json or ascii"),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "dialect:\n  success: ok\n  fail: okay\n",
                        "m.yaml:6: neither reply may be a prefix of the other, for then nobody could tell where it"
                                + " ends: success \"ok\", fail \"okay\""),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "dialect: {success: \"OK\", fail: \"OK no\"}\n",
                        "m.yaml:5: neither reply may be a prefix of the other, for then nobody could tell where it"
                                + " ends: success \"OK\", fail \"OK no\""),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "dialect: {success: \"OK no\", fail: \"OK\"}\n",
                        "m.yaml:5: neither reply may be a prefix of the other, for then nobody could tell where it"
                                + " ends: success \"OK no\", fail \"OK\""),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "dialect: {separator: \"\"}\n",
                        "m.yaml:5: separator must not be empty"),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "dialect: {separator: \"\\n\"}\n",
                        "m.yaml:5: a line feed can't be the separator where it ends the request"),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "dialect: {separator: e}\n",
                        "m.yaml:5: the separator \"e\" stands in the account chen, 123, which nobody can log in to then;"
                                + " name others under credentials"),
                arguments(
                        EXEC_SERVER + "dialect: {exit: \" bye\"}\n",
                        "m.yaml:5: blanks at either end of a request are no part of it, so no request can be the exit"
                                + " word \" bye\""),
                arguments(
                        EXEC_SERVER.replace("exec", "digest") + "dialect: {frame: x}\n",
                        "m.yaml:5: digest has one" + " dialect: leave this section out"));
    }

    private static Stream<Arguments> otherMistakes() {
        return Stream.of(
                arguments(
                        EXEC_SERVER + "skip: {EXEC-99: why}\n",
                        "m.yaml:5: unknown clause \"EXEC-99\"; did you mean"
                                + " \"EXEC-9\"? allowed: EXEC-1, EXEC-2, EXEC-3, EXEC-4, EXEC-5, EXEC-6, EXEC-7, EXEC-8,"
                                + " EXEC-9, EXEC-10, EXEC-11, EXEC-12, EXEC-13, EXEC-14, EXEC-15, EXEC-16, EXEC-17, EXEC-18,"
                                + " EXEC-19"),
                arguments(
                        EXEC_SERVER + "skip:\n  EXEC-13:\n",
                        "m.yaml:6: skip of EXEC-13 needs a reason, like EXEC-13:" + " \"by intent, because …\""),
                arguments(
                        EXEC_SERVER + "stdin: [a]\n",
                        "m.yaml:5: stdin is for clients and tools; a server gets no" + " input"),
                arguments(
                        EXEC_SERVER + "credentials: [[a, b]]\n",
                        "m.yaml:5: credentials are for login; exec has no" + " accounts"),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "credentials: [[a]]\n",
                        "m.yaml:5: credentials are" + " pairs, like [[chen, \"123\"]]"),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "credentials: [alice, \"1234\"]\n",
                        "m.yaml:5: credentials are pairs, like [[chen, \"123\"]]"),
                arguments(
                        EXEC_SERVER.replace("exec", "login") + "credentials: {alice: \"1234\"}\n",
                        "m.yaml:5: credentials are pairs, like [[chen, \"123\"]], not keys with values"),
                arguments(
                        EXEC_SERVER.replace("exec", "login")
                                + "dialect: {separator: \" \"}\ncredentials: [[a, \"b c\"]]\n",
                        "m.yaml:6: the separator \" \" stands in the account a, b c, which nobody can log in to then;"
                                + " name others under credentials"));
    }

    @Test
    void read_missingFile_saysSo() {
        InvalidYaml mistake = assertThrows(InvalidYaml.class, () -> Manifests.read(directory.resolve("none.yaml")));

        assertEquals(directory + "/none.yaml: there is no such file", Messages.of(mistake));
    }

    @Test
    void read_notUtf8_saysSo() throws IOException {
        Path file = Files.write(directory.resolve("m.yaml"), "name: \u00e9".getBytes(StandardCharsets.ISO_8859_1));

        InvalidYaml mistake = assertThrows(InvalidYaml.class, () -> Manifests.read(file));

        assertEquals(file + ": not UTF-8 text", Messages.of(mistake));
    }
}
