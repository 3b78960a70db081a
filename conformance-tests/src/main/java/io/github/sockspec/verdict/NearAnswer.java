package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;

/**
 * What a datagram must be answered with, beside a wrong answer.
 *
 * @param asked what was asked
 * @param due what must answer it
 * @param wrongAt the offset of the wrong answer's first byte that is wrong, missing, or too many
 */
record NearAnswer(Bytes asked, Reply due, int wrongAt) {
    static NearAnswer of(Bytes asked, Reply due, Bytes answer) {
        Match match = due.match(answer, 0, StreamState.ENDED);
        if (match instanceof Match.Complete complete) {
            return new NearAnswer(asked, due, complete.end());
        }
        return new NearAnswer(asked, due, match instanceof Match.Wrong wrong ? wrong.at() : answer.length());
    }
}
