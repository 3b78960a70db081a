package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {
    private static final String HEAD = "schema: 1\nname: x\nprotocol: exec\nabout: y\n";

    private static String refusal(String yaml) {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> Scripts.read("exec/x.yaml", yaml))
                        .getMessage());
        assertEquals(1, message.lines().count(), "one line: " + message);
        return message;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "schema: 2|name: x|protocol: exec|about: y|turns: [{exit: true}]; schema is 2",
                "schema: 1|protocol: exec|about: y|turns: [{exit: true}]; the key name is missing",
                "schema: 1|name: x|about: y|turns: [{exit: true}]; the key protocol is missing",
                "schema: 1|name: x|protocol: exec|turns: [{exit: true}]; the key about is missing",
                "schema: 1|name: x|protocol: exec|about: y; the key turns is missing",
                "schema: 1|name: x|protocol: exec|about: y|turns: []; at least one turn",
                "schema: 1|name: x|protocol: ftp|about: y|turns: [{exit: true}]; \"ftp\"",
                "schema: 1|name: x|protocol: exec|about: y|turns: [{exit: true}]|turn: 1; \"turn\"",
                "schema: 1|name: x|protocol: exec|about: y|turns:| - {comand: ls}; \"comand\"",
                "schema: 1|name: x|protocol: login|about: y|turns:| - {user: a, password: b, answer: maybe}; \"maybe\"",
                "schema: 1|name: x|protocol: exec|about: y|turns:| - {request: {hex: abc}}; string length not even",
                "schema: 1|name: x|protocol: exec|about: y|turns:| - {request: {hexx: ab}}; {hex: \"0a ff\"}",
                "schema: 1|name: x|protocol: exec|about: y|turns:| - {request: {repeat: a, times: -1}}; times: n",
                "schema: 1|name: x|protocol: exec|about: y|connection: two|turns: [{exit: true}]; \"two\"",
                "schema: 1|name: x|protocol: exec|about: y|turns: {; ''"
            })
    void read_brokenFile_namesFileLineAndWhatIsWrong(String yaml, String words) {
        String message = refusal(yaml.replace('|', '\n'));
        assertTrue(message.matches("exec/x\\.yaml:\\d+: .*"), message);
        assertTrue(message.contains(words), message);
    }

    @Test
    void read_unknownKeyInThirdTurn_namesItsLine() {
        String message = refusal(HEAD + "turns:\n  - {command: a}\n  - {command: b}\n  - {comand: c}\n");
        assertTrue(message.startsWith("exec/x.yaml:8: "), message);
    }

    @Test
    void of_unknownName_namesTheMissingFile() {
        assertEquals(
                "fixtures/conversations/exec/nonsense.yaml: no such conversation file",
                assertThrows(IllegalArgumentException.class, () -> Scripts.of(Protocol.required("exec"), "nonsense"))
                        .getMessage());
    }

    @Test
    void read_octetsInEachNotation_areThoseBytes() {
        Script script = Scripts.read(
                "exec/x.yaml",
                HEAD + "turns:\n  - {raw: 'a'}\n  - {raw: {hex: '0a ff'}}\n  - {raw: {repeat: {hex: '00'}, times: 3}}\n"
                        + "  - {raw: 12}\n  - {raw: [a, {hex: 'ff'}, {repeat: b, times: 2}]}\n");
        assertEquals(Bytes.utf8("a"), raw(script, 0));
        assertEquals(Bytes.hex("0aff"), raw(script, 1));
        assertEquals(Bytes.hex("000000"), raw(script, 2));
        assertEquals(Bytes.utf8("12"), raw(script, 3));
        assertEquals(Bytes.hex("61ff6262"), raw(script, 4));
    }

    private static Bytes raw(Script script, int turn) {
        Octets raw = script.turns().get(turn).raw();
        return raw == null ? Bytes.EMPTY : raw.in(StandardCharsets.UTF_8);
    }
}
