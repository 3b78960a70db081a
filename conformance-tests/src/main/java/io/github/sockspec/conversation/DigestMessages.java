package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.protocol.IntegerFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Digest: messages in chunks, each chunk behind its length, a zero chunk at the end. */
record DigestMessages() implements ConversationEncoder {
    @Override
    public List<Conversation.Turn> say(Script.Turn turn) {
        if (turn.raw() != null) {
            return List.of(Conversation.Turn.of(
                    ConversationEncoder.raw(turn.raw()),
                    turn.answer() == Script.Answer.CLOSED ? Reply.closed() : Reply.nothing()));
        }
        List<Bytes> chunks = Objects.requireNonNull(turn.chunks(), "a digest turn has chunks").stream()
                .map(chunk -> chunk.in(StandardCharsets.UTF_8))
                .toList();
        String digest = Objects.requireNonNullElseGet(turn.digest(), () -> md5(Bytes.join(chunks)));
        return List.of(message(chunks, Reply.exactly(Bytes.utf8(digest))));
    }

    private static Conversation.Turn message(List<Bytes> chunks, Reply reply) {
        List<Bytes> parts = new ArrayList<>();
        List<Integer> seams = new ArrayList<>();
        int at = 0;
        for (Bytes chunk : chunks) {
            for (Bytes part : List.of(IntegerFormat.I32LE.encode(chunk.length()), chunk)) {
                parts.add(part);
                at += part.length();
                seams.add(at);
            }
        }
        parts.add(IntegerFormat.I32LE.encode(0));
        return new Conversation.Turn(Bytes.join(parts), Marks.seams(seams), reply);
    }

    /** The digits that a server answers to a message of that content. */
    Bytes digest(Bytes content) {
        return Bytes.utf8(md5(content));
    }

    private static String md5(Bytes bytes) {
        try {
            return Bytes.of(MessageDigest.getInstance("MD5").digest(bytes.toArray()))
                    .toHex();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }
}
