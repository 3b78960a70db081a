package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.program.ConfinedPlace;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.wire.Connection;

/**
 * A network that is cut and mended: the client goes meanwhile, and what its kernel says of that never arrives. So the server
 * sees neither FIN nor RST, as when a cable is pulled.
 */
public final class NetworkCut {
    private static final String CUT = "after the network was cut inside a reply, without FIN or RST, and mended";

    private final Trial trial;

    private NetworkCut(Trial trial) {
        this.trial = trial;
    }

    public static NetworkCut of(Trial trial) {
        return new NetworkCut(trial);
    }

    /** States that a client of which nothing more is heard, with half a request said, holds up nobody. */
    public void insideRequest() {
        ConfinedPlace confinement = trial.confinement();
        Bytes request = trial.conversation().turns().get(0).says();
        Connection client = trial.open();
        client.write(request.slice(0, request.length() / 2));
        client.awaitTaken(trial.carrier().confirmation());
        vanish(client, confinement);
        trial.requireOthersServed("after the network was cut inside a request, without FIN or RST, and mended");
    }

    /** States that a client that is gone when the network comes back, with half of its reply received, ends nobody's service. */
    public void insideReply() {
        ConfinedPlace confinement = trial.confinement();
        Connection client = trial.open();
        client.write(trial.conversation().turns().get(0).says());
        client.readUpTo(1);
        if (client.received() == 0) {
            throw trial.inconclusive("the reply that was to be cut was not seen to begin");
        }
        long inode = inode(client);
        vanish(client, confinement);
        trial.requireOthersServed(CUT);
        // What the server's kernel sends again, later each time, is answered by a reset, and then the server knows.
        if (!Waiting.until(Recovery.LONGEST, () -> !trial.instance().holds(inode))) {
            throw trial.inconclusive("the server was not seen to close the connection within "
                    + Recovery.LONGEST.toSeconds() + " s, so that nothing was shown of what it does when it has learnt"
                    + " that its client has gone");
        }
        awaitRest();
        trial.requireOthersServed(CUT + ", and the server has learnt of it");
    }

    /** The server's end of {@code client}: no other connection that is closed meanwhile can be taken for it. */
    private long inode(Connection client) {
        // Where its processes can't be seen the case ends here.
        trial.resources();
        return client.peerInode(trial.carrier().confirmation())
                .orElseThrow(() -> trial.inconclusive("the server's end of the connection was not found"));
    }

    /** Waits until the server has done what it does when it learns of it. */
    private void awaitRest() {
        if (!trial.instance().rests(Recovery.LONGEST)) {
            throw trial.inconclusive("the server closed the connection and was busy all of the next "
                    + Recovery.LONGEST.toSeconds() + " s, so that nothing was shown of what it does after that");
        }
    }

    private static void vanish(Connection client, ConfinedPlace confinement) {
        confinement.disconnect();
        client.reset();
        confinement.reconnect();
    }
}
