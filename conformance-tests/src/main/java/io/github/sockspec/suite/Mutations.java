package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Bytes that are no message, made of a conversation's own by chance: the same seed gives the same ones. */
final class Mutations {
    /** Of each kind, by default. */
    private static final int EACH = 8;

    /** What is random has no more than this. */
    private static final int LONGEST_RANDOM = 512;

    /** A server's program is known to break where a length is the largest that its octets can say. */
    private static final List<Integer> WIDTHS = List.of(1, 2, 4, 8);

    private final Bytes said;
    private final SplittableRandom random;

    private Mutations(Bytes said, Sampling sampling) {
        this.said = said;
        random = new SplittableRandom(sampling.seed());
    }

    /** States that bytes made of the case's conversation leave the server serving others. */
    static void state(Trial trial) {
        trial.requireSurvivalOf(
                new Mutations(trial.conversation().said(), trial.sampling()).conversations(rounds(trial.sampling())));
    }

    private static int rounds(Sampling sampling) {
        return Math.max(1, EACH * sampling.size() / Sampling.DEFAULT.size());
    }

    List<Conversation> conversations(int rounds) {
        List<Conversation> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            all.add(conversation("flipped", flipped()));
            all.add(conversation("cut-off", said.slice(0, random.nextInt(said.length()))));
            all.add(conversation("swollen", swollen(WIDTHS.get(round % WIDTHS.size()))));
            all.add(conversation("random", random(1 + random.nextInt(LONGEST_RANDOM))));
        }
        return all.stream().filter(each -> !each.said().isEmpty()).toList();
    }

    private static Conversation conversation(String name, Bytes says) {
        return Conversation.of(name, Turn.of(says, Reply.nothing()));
    }

    /** One bit in each of some octets. */
    private Bytes flipped() {
        byte[] octets = said.toArray();
        IntStream.rangeClosed(0, random.nextInt(3))
                .forEach(time -> octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8)));
        return Bytes.of(octets);
    }

    /** Some octets that may be a length, all ones; as a signed number that is negative, but for the first bit. */
    private Bytes swollen(int width) {
        byte[] octets = said.toArray();
        int at = random.nextInt(Math.max(1, octets.length - width + 1));
        boolean signed = random.nextBoolean();
        for (int index = at; index < Math.min(octets.length, at + width); index++) {
            octets[index] = (byte) (signed && index == at ? 0x7f : 0xff);
        }
        return Bytes.of(octets);
    }

    private Bytes random(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return Bytes.of(octets);
    }
}
