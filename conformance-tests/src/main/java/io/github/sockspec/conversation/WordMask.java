package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import java.util.List;

/**
 * Which octets of equally long answers are compared. One that differs is not; nor is the whole of a word of which half
 * differs, for by chance some letters of a random word are the same in a few askings.
 */
final class WordMask {
    private static final byte COMPARED = 1;

    private WordMask() {}

    /** An octet for each of an answer's: 0 where it is not compared. */
    static Bytes of(List<Bytes> answers) {
        Bytes first = answers.get(0);
        byte[] mask = new byte[first.length()];
        for (int at = 0; at < mask.length; at++) {
            mask[at] = same(answers, at) ? COMPARED : 0;
        }
        int start = 0;
        for (int at = 0; at <= mask.length; at++) {
            if (at == mask.length || !inWord(first.at(at))) {
                widen(mask, start, at);
                start = at + 1;
            }
        }
        return Bytes.of(mask);
    }

    /** Whether it is a letter or a digit. */
    static boolean inWord(int octet) {
        int letter = octet & 0xdf;
        return (letter >= 'A' && letter <= 'Z') || (octet >= '0' && octet <= '9');
    }

    private static boolean same(List<Bytes> answers, int at) {
        return answers.stream()
                .allMatch(answer -> answer.at(at) == answers.get(0).at(at));
    }

    private static void widen(byte[] mask, int start, int end) {
        int differing = 0;
        for (int at = start; at < end; at++) {
            differing += mask[at] == 0 ? 1 : 0;
        }
        for (int at = start; at < end && differing > 0 && 2 * differing >= end - start; at++) {
            mask[at] = 0;
        }
    }
}
