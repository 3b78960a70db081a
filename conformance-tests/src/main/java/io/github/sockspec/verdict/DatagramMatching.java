package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which datagram answers which, where nobody can tell but by what they hold: as many as can be are paired, by augmenting
 * paths.
 */
final class DatagramMatching {
    private static final int NOBODY = -1;

    /** The indices of the replies that can answer each that is due. */
    private final List<List<Integer>> fitting = new ArrayList<>();

    /** For each reply, the index of what it answers. */
    private final int[] answers;

    private DatagramMatching(List<Reply> due, List<Bytes> replies) {
        answers = new int[replies.size()];
        Arrays.fill(answers, NOBODY);
        for (Reply each : due) {
            List<Integer> fits = new ArrayList<>();
            for (int index = 0; index < replies.size(); index++) {
                if (DatagramConversation.answers(each, replies.get(index))) {
                    fits.add(index);
                }
            }
            fitting.add(fits);
        }
    }

    /** How many of those that are due can have a reply of their own. */
    static long most(List<Reply> due, List<Bytes> replies) {
        DatagramMatching matching = new DatagramMatching(due, replies);
        long most = 0;
        for (int index = 0; index < due.size(); index++) {
            most += matching.pair(index, new boolean[replies.size()]) ? 1 : 0;
        }
        return most;
    }

    /** Finds it a reply; one that has been given to another goes over where that one finds another. */
    private boolean pair(int due, boolean[] tried) {
        for (int reply : fitting.get(due)) {
            if (answers[reply] == NOBODY) {
                answers[reply] = due;
                return true;
            }
        }
        for (int reply : fitting.get(due)) {
            boolean first = !tried[reply];
            tried[reply] = true;
            if (first && pair(answers[reply], tried)) {
                answers[reply] = due;
                return true;
            }
        }
        return false;
    }
}
