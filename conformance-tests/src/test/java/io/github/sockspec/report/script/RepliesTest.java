package io.github.sockspec.report.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Framed;
import io.github.sockspec.conversation.Framed.Part;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.protocol.SizePrefix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A script matches a framed reply with any body as the judges do, byte for byte. */
class RepliesTest {
    private static final Bytes BEFORE = Bytes.hex("0a00ff");

    private static final String COMPARED = """
            for reply, stream, start, ended, wanted in MATCHES:
                try:
                    got = match(reply, stream, start, ended)
                except Wrong:
                    got = "wrong"
                if got != wanted:
                    print(reply, stream, start, ended, "is", got, "and not", wanted)
            """;

    private static Stream<ReplyFrame> frames() {
        return Stream.of(
                new ReplyFrame.Length(IntegerFormat.I32LE),
                new ReplyFrame.Length(IntegerFormat.U16BE),
                new ReplyFrame.Length(IntegerFormat.I64LE),
                new ReplyFrame.Json(IntegerFormat.I32BE, "size"),
                new ReplyFrame.Ascii(4),
                new ReplyFrame.Eof());
    }

    /** Each frame, part and prefix of a reply with three bytes of body. */
    private static List<String> matches() {
        List<String> matches = new ArrayList<>();
        frames().forEach(frame -> {
            Bytes header =
                    frame instanceof ReplyFrame.Eof ? Bytes.EMPTY : new Framed(frame, Part.HEADER, 3).canonical();
            Bytes stream = BEFORE.plus(header).plus(Bytes.utf8("a\nb"));
            for (int least : new int[] {0, 3, 4}) {
                add(matches, new Framed(frame, Part.WHOLE, least), stream, BEFORE.length());
                if (!header.isEmpty()) {
                    add(matches, new Framed(frame, Part.HEADER, least), stream, BEFORE.length());
                    add(matches, new Framed(frame, Part.BODY, least), stream, BEFORE.length() + header.length());
                }
            }
        });
        return matches;
    }

    /** Each codec with a stream that fits and one with an octet less and another at the end. */
    private static List<String> codecs() {
        List<String> matches = new ArrayList<>();
        Reply line = Reply.until(Bytes.utf8("\r\n"));
        Reply number = Reply.until(Bytes.utf8("\n"), Pattern.compile("[0-9]+"));
        Reply echo = Reply.inOrder(List.of(Reply.any(2, "id"), line, Reply.kept("id", 2)));
        SizePrefix prefix = new SizePrefix.Binary(IntegerFormat.U16BE, 2);
        Map<Reply, String> streams = Map.of(
                Reply.any(3),
                "abcd",
                line,
                "ab\r\n",
                number,
                "123\n",
                Reply.oneOf(number, Reply.closed()),
                "12a\n",
                Reply.masked(Bytes.utf8("abcd"), Bytes.hex("01000001")),
                "axxd",
                echo,
                "idx\r\nid",
                Reply.inOrder(List.of(line, Reply.closed())),
                "ab\r\n",
                Reply.sized(new SizePrefix.Ascii(2, 0), line),
                "04ab\r\n",
                Reply.sized(prefix, echo),
                "\0\t" + "idx\r\nid",
                Reply.sized(new SizePrefix.Binary(IntegerFormat.U8, 0), number),
                "\4" + "123\n");
        streams.forEach((reply, stream) -> {
            Bytes right = BEFORE.plus(Bytes.utf8(stream));
            add(matches, reply, right.plus(Bytes.utf8("zz")), BEFORE.length());
            add(matches, reply, right.slice(0, right.length() - 1).plus(Bytes.utf8("!")), BEFORE.length());
        });
        return matches;
    }

    private static void add(List<String> matches, Reply reply, Bytes stream, int from) {
        for (int have = from; have <= stream.length(); have++) {
            Bytes part = stream.slice(0, have);
            for (StreamState state : StreamState.values()) {
                matches.add(Literal.tuple(
                        Replies.of(reply),
                        Literal.of(part),
                        String.valueOf(from),
                        state == StreamState.ENDED ? Literal.TRUE : Literal.FALSE,
                        inPython(reply.match(part, from, state))));
            }
        }
    }

    private static String inPython(Match match) {
        if (match instanceof Match.Complete complete) {
            return String.valueOf(complete.end());
        }
        return match instanceof Match.More ? "None" : "\"wrong\"";
    }

    @Test
    void match_framedReplyInPython_isTheJudges(@TempDir Path directory) throws IOException, InterruptedException {
        List<String> matches = matches();
        assertTrue(matches.size() > 200, "too few: " + matches.size());
        assertEquals("", compared(matches, directory));
    }

    @Test
    void match_codecsInPython_areTheJudges(@TempDir Path directory) throws IOException, InterruptedException {
        assertEquals("", compared(codecs(), directory));
    }

    private static String compared(List<String> matches, Path directory) throws IOException, InterruptedException {
        try (InputStream stream = Objects.requireNonNull(Replies.class.getResourceAsStream("replies.py"))) {
            Path script = Files.writeString(
                    directory.resolve("compare.py"),
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8) + "\nMATCHES = ["
                            + String.join(",\n", matches) + "]\n" + COMPARED);
            Process python = new ProcessBuilder("python3", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("said").toFile())
                    .start();
            assertTrue(python.waitFor(60, TimeUnit.SECONDS));
        }
        return Files.readString(directory.resolve("said"));
    }
}
