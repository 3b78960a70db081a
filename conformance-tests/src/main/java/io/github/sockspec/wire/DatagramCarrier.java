package io.github.sockspec.wire;

import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.DatagramConversation.Ask;
import io.github.sockspec.delivery.DatagramPassage;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Supplier;

/** Carries what is asked in datagrams to a server, and says what happened. For one thread at a time. */
public final class DatagramCarrier implements AutoCloseable {
    private final ServerPort port = new ServerPort();
    private final Supplier<Limits> limits;

    /** @param limits how long is waited, asked for anew each time */
    public DatagramCarrier(Supplier<Limits> limits) {
        this.limits = limits;
    }

    /** Asks {@code server}, with a relay between that does as {@code plan} has it, if it does anything. */
    public Observation carry(InetSocketAddress server, DatagramConversation asking, DatagramPlan plan) {
        return plan.alters() ? throughRelay(server, asking, plan) : directly(server, asking, () -> {});
    }

    /** Asks {@code server}, lets {@code atEnd} wait for the end of whatever is to be seen, and hears what came till then. */
    public Observation carry(InetSocketAddress server, DatagramConversation asking, Runnable atEnd) {
        return directly(server, asking, atEnd);
    }

    private Observation directly(InetSocketAddress server, DatagramConversation asking, Runnable atEnd) {
        DatagramLog log = new DatagramLog(System.nanoTime());
        ServerPort.Look before = port.look(server);
        try (Askers askers = new Askers(server, asking, limits.get(), log)) {
            converse(askers, asking, DatagramPlan.AS_SENT, before);
            atEnd.run();
            askers.drain();
        }
        before.overrun(log).ifPresent(log::add);
        return log.observation();
    }

    private Observation throughRelay(InetSocketAddress server, DatagramConversation asking, DatagramPlan plan) {
        ServerPort.Look before = port.look(server);
        DatagramRelay relay = DatagramRelay.to(server, plan, DatagramPlan.AS_SENT);
        DatagramLog log = relay.besides();
        try (relay;
                Askers askers = new Askers(relay.address(), asking, limits.get(), log)) {
            converse(askers, asking, plan, before);
        }
        before.overrun(log).ifPresent(log::add);
        return DatagramLog.behindRelay(relay.observation(), log);
    }

    /** Says round after round, as long as what is due comes. */
    private static void converse(
            Askers askers, DatagramConversation asking, DatagramPlan plan, ServerPort.Look before) {
        int[] wanted = new int[asking.askers()];
        int index = 0;
        for (List<Ask> round : asking.rounds()) {
            for (Ask ask : round) {
                DatagramPassage passage = plan.passage(index++);
                if (ask.then() == DatagramConversation.Then.LEAVES) {
                    askers.sayAndLeave(ask.asker(), ask.says());
                } else {
                    askers.say(ask.asker(), ask.says());
                    wanted[ask.asker()] += asking.due(passage.of(ask.says())).isPresent() ? passage.copies() : 0;
                }
            }
            if (!askers.await(wanted, before)) {
                return;
            }
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
