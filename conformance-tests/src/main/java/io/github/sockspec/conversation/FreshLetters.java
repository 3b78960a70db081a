package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.DatagramConversation.Ask;
import io.github.sockspec.conversation.Marks.Slot;
import java.util.HashMap;
import java.util.Map;

/**
 * What fills the slots of one datagram among several: letters that differ with each of them, and are the same ones when the
 * same is said again.
 *
 * @param index which datagram it is, from 0
 */
record FreshLetters(int index) {
    private static final int LETTERS = 26;

    static FreshLetters of(int index) {
        return new FreshLetters(index);
    }

    /** What an asker says in that turn, and what must answer it. */
    Ask ask(int asker, Turn turn) {
        Map<String, Bytes> known = new HashMap<>();
        for (Slot slot : turn.marks().slots()) {
            int names = known.size();
            known.computeIfAbsent(slot.name(), name -> letters(slot.length(), names));
        }
        Turn filled = turn.filled(known);
        return Ask.of(asker, filled.says(), filled.hears());
    }

    /** The index in letters, the last one first; names differ in where they start to count. */
    private Bytes letters(int length, int names) {
        byte[] letters = new byte[length];
        int rest = index;
        for (int place = length - 1; place >= 0; place--) {
            letters[place] = (byte) ('a' + (rest + names) % LETTERS);
            rest /= LETTERS;
        }
        return Bytes.of(letters);
    }
}
