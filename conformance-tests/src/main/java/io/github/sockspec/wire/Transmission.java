package io.github.sockspec.wire;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import java.util.List;

/** One conversation under way by one delivery: a write at a time, so that several can go side by side. */
final class Transmission {
    private final Connection connection;
    private final List<Turn> turns;
    private final Delivery delivery;
    private final Outgoing outgoing;
    private int next;
    private int turn;
    private int turnStart;
    private int heard;
    private boolean over;

    Transmission(Connection connection, Conversation conversation, Delivery delivery) {
        this.connection = connection;
        this.turns = conversation.turns();
        this.delivery = delivery;
        this.outgoing = new Outgoing(turns);
        this.over = !connection.usable();
        hear(Integer.MAX_VALUE);
    }

    /** Whether writes are left to do. */
    boolean underWay() {
        return !over && next < delivery.writes().size();
    }

    /** Does the next write; behind it, where messages are complete and more is to be said, hears their replies. */
    void write() {
        over |= !connection.write(outgoing.take(delivery.writes().get(next)));
        next++;
        if (underWay()) {
            hear(Integer.MAX_VALUE);
        }
    }

    /** Waits until the last write was read. */
    void confirm(Confirmation confirmation) {
        if (!over) {
            over = !connection.awaitTaken(confirmation) && !connection.usable();
        }
    }

    /** Ends the connection as the delivery has it, hearing before or after what is to be heard. */
    Observation finish(Confirmation confirmation, ConnectionEnd connectionEnd, Limits limits) {
        if (!connection.connected()) {
            return connection.observation();
        }
        switch (delivery.ending().how()) {
            case KEEP -> {
                hear(Integer.MAX_VALUE);
                if (over) {
                    connectionEnd.leave(connection);
                } else if (turns.stream().allMatch(each -> each.hears().saysAll())) {
                    connectionEnd.sayTo(connection, limits);
                } else {
                    connectionEnd.hearOut(connection, limits);
                }
            }
            case HALF_CLOSE -> halfClose(confirmation, connectionEnd, limits);
            case FIN -> {
                untilEnding(confirmation);
                connection.finish();
            }
            case RST -> {
                untilEnding(confirmation);
                connection.reset();
            }
        }
        return connection.observation();
    }

    private void halfClose(Confirmation confirmation, ConnectionEnd connectionEnd, Limits limits) {
        if (delivery.ending().when() == Ending.When.AFTER_REPLIES) {
            hear(Integer.MAX_VALUE);
            if (over) {
                connectionEnd.leave(connection);
            } else {
                connectionEnd.afterPause(connection, limits);
            }
            return;
        }
        confirm(confirmation);
        connection.halfClose();
        hear(Integer.MAX_VALUE);
        connection.incoming().readBehindEnd();
        connection.close();
    }

    private void untilEnding(Confirmation confirmation) {
        switch (delivery.ending().when()) {
            case AFTER_READ -> confirm(confirmation);
            case AFTER_FIRST_BYTE -> {
                hear(turns.size() - 1);
                connection.readUpTo(connection.received() + 1);
            }
            case AFTER_REPLIES -> hear(Integer.MAX_VALUE);
        }
    }

    /** Hears the replies of the messages that are complete, turns before {@code limit} only. */
    private void hear(int limit) {
        while (!over && turn < Math.min(limit, turns.size()) && complete(turns.get(turn))) {
            Reply reply = turns.get(turn).hears().filled(outgoing.known());
            turnStart += turns.get(turn).says().length();
            turn++;
            if (connection.await(reply, heard) instanceof Match.Complete complete) {
                outgoing.learn(reply.keeps(connection.stream(), heard));
                heard = complete.end();
            } else {
                over = true;
            }
        }
    }

    private boolean complete(Turn candidate) {
        return turnStart + candidate.says().length() <= connection.sent();
    }
}
