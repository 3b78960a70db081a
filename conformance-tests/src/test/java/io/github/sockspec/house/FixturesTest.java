package io.github.sockspec.house;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Script;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.Protocol;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fixtures are right: computed again here by other means than those that wrote them. */
class FixturesTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(Project.read(Project.HOME.resolve("fixtures/" + file)));
    }

    private static Stream<JsonNode> vectors(String file, String key) throws IOException {
        return StreamSupport.stream(yaml(file).path(key).spliterator(), false);
    }

    static Stream<JsonNode> digests() throws IOException {
        return Stream.concat(
                vectors("vectors/digest.yaml", "vectors"),
                // A gibibyte takes seconds; the case that sends it knows its digest too, and so does any md5sum.
                vectors("vectors/digest.yaml", "large").filter(each -> length(each) <= 16 << 20));
    }

    private static long length(JsonNode vector) {
        JsonNode repeat = vector.path("repeat");
        return repeat.path("hex").asText().length() / 2L * repeat.path("times").asLong();
    }

    @ParameterizedTest
    @MethodSource("digests")
    void digest_ofVector_isWhatTheJdkComputes(JsonNode vector) throws NoSuchAlgorithmException {
        byte[] message = message(vector);
        assertEquals(vector.path("md5").asText(), md5(message), () -> vector.toString());
        int sum = 0;
        for (JsonNode chunk : vector.path("chunks")) {
            sum += chunk.asInt();
        }
        assertTrue(vector.path("chunks").isMissingNode() || sum == message.length, () -> "chunks of " + vector);
    }

    private static byte[] message(JsonNode vector) {
        if (vector.has("text")) {
            return vector.path("text").asText().getBytes(StandardCharsets.UTF_8);
        }
        if (vector.has("hex")) {
            return Bytes.hex(vector.path("hex").asText()).toArray();
        }
        JsonNode repeat = vector.path("repeat");
        return Bytes.repeat(
                        Bytes.hex(repeat.path("hex").asText()),
                        repeat.path("times").asInt())
                .toArray();
    }

    private static String md5(byte[] message) throws NoSuchAlgorithmException {
        return Bytes.of(MessageDigest.getInstance("MD5").digest(message)).toHex();
    }

    static Stream<JsonNode> headers() throws IOException {
        return vectors("vectors/headers.yaml", "vectors");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void header_ofVector_isWhatIntegerFormatWrites(JsonNode vector) {
        long value = vector.path("value").asLong();
        for (IntegerFormat format : IntegerFormat.values()) {
            JsonNode bytes = vector.path(format.word());
            if (bytes.isMissingNode()) {
                assertTrue(
                        value > format.largest() || !signedFits(value, format), () -> format + " can hold " + vector);
            } else {
                Bytes written = Bytes.hex(bytes.asText());
                assertEquals(written, format.encode(value), () -> format + " of " + vector);
                assertEquals(value, format.decode(written, 0), () -> format + " of " + vector);
            }
        }
        JsonNode ascii = vector.path("ascii8");
        if (!ascii.isMissingNode()) {
            assertEquals(
                    String.format(Locale.ROOT, "%08d", value),
                    Bytes.hex(ascii.asText()).decode(StandardCharsets.US_ASCII));
        }
    }

    private static boolean signedFits(long value, IntegerFormat format) {
        return format.decode(format.encode(value), 0) == value;
    }

    static Stream<JsonNode> texts() throws IOException {
        return vectors("vectors/gbk.yaml", "vectors");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_ofVector_isWhatTheJdkEncodes(JsonNode vector) {
        String text = vector.path("text").asText();
        assertEquals(vector.path("utf-8").asText(), Bytes.utf8(text).toHex());
        assertEquals(
                inside(text, StandardCharsets.UTF_8),
                integers(vector.path("inside").path("utf-8")));
        if (vector.has("gbk")) {
            assertEquals(vector.path("gbk").asText(), Bytes.text(text, GBK).toHex());
            assertEquals(inside(text, GBK), integers(vector.path("inside").path("gbk")));
        } else {
            assertFalse(GBK.newEncoder().canEncode(text), () -> "GBK can write " + text);
        }
    }

    /** Every offset at which a cut parts the bytes of one character. */
    private static List<Integer> inside(String text, Charset charset) {
        List<Integer> offsets = new ArrayList<>();
        int at = 0;
        for (int index = 0; index < text.length(); index = text.offsetByCodePoints(index, 1)) {
            int length =
                    text.substring(index, text.offsetByCodePoints(index, 1)).getBytes(charset).length;
            for (int part = 1; part < length; part++) {
                offsets.add(at + part);
            }
            at += length;
        }
        return offsets;
    }

    private static List<Integer> integers(JsonNode list) {
        List<Integer> integers = new ArrayList<>();
        list.forEach(each -> integers.add(each.asInt()));
        return integers;
    }

    static Stream<JsonNode> refused() throws IOException {
        return vectors("vectors/gbk.yaml", "refused");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void bytes_thatAreRefused_areNotDecodedByTheJdkEither(JsonNode vector) {
        ByteBuffer bytes = Bytes.hex(vector.path("hex").asText()).buffer();
        vector.path("invalid-in")
                .forEach(charset -> assertThrows(
                        CharacterCodingException.class,
                        () -> Charset.forName(charset.asText()).newDecoder().decode(bytes.duplicate()),
                        () -> vector + " is valid " + charset.asText()));
    }

    @Test
    void accounts_file_isWrittenAsItSays() {
        String file = Project.read(Project.HOME.resolve("fixtures/accounts.txt"));
        List<String> lines = Stream.of(file.split("\n", -1)).toList();
        assertEquals("", lines.get(lines.size() - 1), "the last line ends with LF too");
        List<String> accounts = lines.subList(0, lines.size() - 1);
        assertAll(
                () -> assertEquals(accounts.size(), accounts().size(), "no name occurs twice"),
                () -> assertTrue(
                        accounts.stream().allMatch(line -> line.matches("[^:|\\s]+:[^:|\\s]+")), accounts::toString));
    }

    private static Map<String, String> accounts() {
        Map<String, String> accounts = new HashMap<>();
        for (String line :
                Project.read(Project.HOME.resolve("fixtures/accounts.txt")).split("\n", -1)) {
            String[] parts = line.split(":", 2);
            if (parts.length == 2) {
                accounts.put(parts[0], parts[1]);
            }
        }
        return accounts;
    }

    static Stream<String> loginConversations() {
        return Project.files("fixtures/conversations/login").stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""));
    }

    @ParameterizedTest
    @MethodSource("loginConversations")
    void answers_ofLoginConversation_agreeWithTheAccounts(String name) {
        Map<String, String> accounts = new HashMap<>(accounts());
        // The case adds this account before it says the conversation.
        accounts.put("added", "later");
        for (Script.Turn turn : Scripts.of(Protocol.required("login"), name).turns()) {
            if (turn.user() != null && turn.password() != null) {
                boolean right = turn.password().equals(accounts.get(turn.user()));
                assertEquals(
                        right ? Script.Answer.SUCCESS : Script.Answer.FAIL,
                        turn.answer(),
                        () -> name + ": " + turn.user() + "|" + turn.password());
            }
        }
    }

    static Stream<Script> digestConversations() {
        return Project.files("fixtures/conversations/digest").stream()
                .map(file -> Scripts.of(
                        Protocol.required("digest"),
                        file.getFileName().toString().replace(".yaml", "")));
    }

    @ParameterizedTest
    @MethodSource("digestConversations")
    void digests_ofConversation_areThoseOfItsChunks(Script script) throws NoSuchAlgorithmException {
        for (Script.Turn turn : script.turns()) {
            if (turn.chunks() != null && turn.digest() != null) {
                Bytes message = Bytes.join(turn.chunks().stream()
                        .map(chunk -> chunk.in(StandardCharsets.UTF_8))
                        .toList());
                assertEquals(md5(message.toArray()), turn.digest(), () -> script.name());
            }
        }
    }

    static Stream<String> conversations() {
        return Project.files("fixtures/conversations").stream().map(file -> Project.HOME
                .resolve("fixtures/conversations")
                .relativize(file)
                .toString());
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void conversation_isNamedAfterItsFileAndDirectory(String file) {
        Script script = Scripts.read(file, Project.read(Project.HOME.resolve("fixtures/conversations/" + file)));
        assertEquals(file, script.protocol().word() + "/" + script.name() + ".yaml");
    }

    @Test
    void fixtures_areUtf8WithUnixLines() {
        for (java.nio.file.Path file : Project.files("fixtures")) {
            byte[] content = Project.read(file).getBytes(StandardCharsets.UTF_8);
            if (content.length > 0 && !file.toString().endsWith(".pyc")) {
                assertEquals('\n', content[content.length - 1], () -> Project.name(file) + " ends without LF");
                assertEquals(
                        -1, Bytes.of(content).indexOf(Bytes.utf8("\r"), 0), () -> Project.name(file) + " has a CR");
            }
        }
    }
}
