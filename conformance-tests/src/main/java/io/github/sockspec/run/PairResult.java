package io.github.sockspec.run;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.PairJudge.Side;
import java.util.List;

/**
 * What came of a client and a server that talked through the relay.
 *
 * @param client the client's name
 * @param server the server's name
 * @param broke who broke a legal delivery first; nobody where all of them were carried through
 * @param direction {@code requests} or {@code replies}: what the failing delivery cut; {@code whole} where it cut nothing
 * @param writes the writes of the smallest failing delivery in that direction
 * @param reason in words; why they can't talk, where they can't
 * @param deliveries how many there were
 */
public record PairResult(
        String client,
        String server,
        Outcome broke,
        String direction,
        List<Bytes> writes,
        String reason,
        Deliveries deliveries) {
    public PairResult {
        writes = List.copyOf(writes);
    }

    /**
     * Deliveries in one direction.
     *
     * @param tried those carried out
     * @param confirmed those of them in which every cut is known to have been read on its own
     * @param planned those there would have been
     */
    public record Deliveries(int tried, int confirmed, int planned) {
        static final Deliveries NONE = new Deliveries(0, 0, 0);
    }

    /** What came of it. */
    public enum Outcome {
        BOTH_HOLD,
        CLIENT_BROKE,
        SERVER_BROKE,
        /** They speak different protocols or dialects. */
        NOT_A_PAIR,
        /** One of them could not be had. */
        TROUBLE;

        static Outcome of(Side side) {
            return switch (side) {
                case NOBODY -> BOTH_HOLD;
                case CLIENT -> CLIENT_BROKE;
                case SERVER -> SERVER_BROKE;
            };
        }
    }

    /** In one or two words, for a matrix. */
    public String cell() {
        return switch (broke) {
            case BOTH_HOLD -> "both hold";
            case CLIENT_BROKE -> "client breaks (" + direction + ")";
            case SERVER_BROKE -> "server breaks (" + direction + ")";
            case NOT_A_PAIR -> "not a pair";
            case TROUBLE -> "trouble";
        };
    }
}
