package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import java.util.List;

/** One client, and what another one gets meanwhile. */
public final class Neighbours {
    private final Trial trial;

    private Neighbours(Trial trial) {
        this.trial = trial;
    }

    public static Neighbours of(Trial trial) {
        return new Neighbours(trial);
    }

    /** States that a client that says nothing holds up nobody. */
    public void silent() {
        trial.open();
        trial.keepsOpen(Bytes.EMPTY);
        trial.requireOthersServed("while a client is connected and says nothing");
    }

    /** States that a client inside its first request holds up nobody, and is answered when it goes on. */
    public void halfSaid(Conversation conversation) {
        Conversation.Turn first = conversation.turns().get(0);
        int half = first.says().length() / 2;
        boolean answersWhenCut = answersWhenCut(first, half);
        Connection slow = trial.open();
        slow.write(first.says().slice(0, half));
        slow.awaitTaken(trial.carrier().confirmation());
        trial.keepsOpen(first.says().slice(0, half));
        trial.requireOthersServed("while a client is inside its request");
        if (answersWhenCut) {
            // Where it is not, neighbour or not, another clause says so.
            slow.write(first.says().from(half));
            HeardReply.state(trial, slow, first.hears(), "the slow client's own request was not answered rightly");
        }
    }

    private boolean answersWhenCut(Conversation.Turn turn, int half) {
        Delivery halves = Delivery.of(List.of(half, turn.says().length() - half));
        Conversation alone = Conversation.of("alone", turn);
        return ConversationJudge.judge(alone, halves, trial.underTest().carry(alone, halves)) == Finding.HOLDS;
    }

    /** States that a client whose request takes long, or who does not read, holds up nobody. */
    public void busy(Conversation conversation, String when) {
        Connection busy = trial.open();
        busy.write(conversation.turns().get(0).says());
        trial.keepsOpen(conversation.turns().get(0).says());
        busy.awaitTaken(trial.carrier().confirmation());
        trial.requireOthersServed(when);
    }

    /** States that a client who reads no more than the beginning of a long reply holds up nobody. */
    public void neverReading(Conversation conversation) {
        Connection deaf = trial.open();
        for (Conversation.Turn turn : conversation.turns()) {
            deaf.write(turn.says());
            int before = deaf.received();
            deaf.readUpTo(before + 1);
            if (deaf.received() == before) {
                throw trial.inconclusive("the reply that is not to be read was not seen to begin");
            }
        }
        trial.keepsOpen(conversation.said());
        trial.requireOthersServed("while another client does not read its reply");
    }
}
