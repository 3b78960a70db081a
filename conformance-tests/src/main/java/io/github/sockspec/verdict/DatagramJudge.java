package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Judges what was asked in datagrams: each that must be answered is, by itself, from where it was sent to. */
public final class DatagramJudge {
    private final DatagramConversation asking;
    private final Observation seen;

    private DatagramJudge(DatagramConversation asking, Observation seen) {
        this.asking = asking;
        this.seen = seen;
    }

    /**
     * Whether every datagram that must be answered was answered rightly, once, to the asker it came from. What comes for
     * any other datagram is for {@link #bounded} to say.
     */
    public static Finding answered(DatagramConversation asking, Observation seen) {
        DatagramJudge judge = new DatagramJudge(asking, seen);
        List<AskerExchange> shares = judge.staying(IntStream.range(0, asking.askers()));
        return judge.first(Stream.of(
                        shares.stream().map(judge::fromElsewhere),
                        shares.stream().map(share -> judge.wrong(share, shares)),
                        Stream.of(misdirected(asking, shares)),
                        shares.stream()
                                .filter(share ->
                                        share.due(asking) == share.asked().size())
                                .map(judge::tooMany),
                        Stream.of(judge.missing(shares)))
                .flatMap(each -> each));
    }

    /** Whether the last asker, the one behind a barrier, was answered, whatever else it or others got. */
    public static Finding served(DatagramConversation asking, Observation seen) {
        DatagramJudge judge = new DatagramJudge(asking, seen);
        List<AskerExchange> last = judge.staying(IntStream.of(asking.askers() - 1));
        return judge.first(Stream.of(
                        last.stream().map(judge::fromElsewhere),
                        last.stream().map(share -> judge.wrong(share, last)),
                        Stream.of(judge.unasked(last)),
                        Stream.of(judge.missing(last)))
                .flatMap(each -> each));
    }

    /** Whether nobody got more datagrams than he had sent, or a longer one for one of more than two bytes. */
    public static Finding bounded(DatagramConversation asking, Observation seen) {
        DatagramJudge judge = new DatagramJudge(asking, seen);
        List<AskerExchange> shares = judge.staying(IntStream.range(0, asking.askers()));
        return judge.first(Stream.of(
                        shares.stream().map(judge::tooMany),
                        shares.stream().map(judge::tooLong),
                        Stream.of(judge.unfinished(shares)))
                .flatMap(each -> each));
    }

    /** Whether nobody got more datagrams than he had sent. */
    public static Finding oneForOne(DatagramConversation asking, Observation seen) {
        DatagramJudge judge = new DatagramJudge(asking, seen);
        List<AskerExchange> shares = judge.staying(IntStream.range(0, asking.askers()));
        return judge.first(Stream.concat(shares.stream().map(judge::tooMany), Stream.of(judge.unfinished(shares))));
    }

    /** That no more came is shown only where the answers that were due did come. */
    private Optional<Finding> unfinished(List<AskerExchange> shares) {
        return missing(shares)
                .map(finding -> finding instanceof Finding.Broken broken
                        ? new Finding.Undecided("that no more is sent could not be shown: " + broken.reason())
                        : finding);
    }

    private Finding first(Stream<Optional<Finding>> findings) {
        return SlowMachine.of(findings.flatMap(Optional::stream).findFirst().orElse(Finding.HOLDS), seen);
    }

    /** An asker that has gone hears nothing, so nothing is said of its replies. */
    private List<AskerExchange> staying(IntStream askers) {
        return askers.filter(asker -> seen.all(Fact.Departed.class).noneMatch(gone -> gone.asker() == asker))
                .mapToObj(asker -> AskerExchange.of(asker, seen))
                .toList();
    }

    private Optional<Finding> fromElsewhere(AskerExchange share) {
        return share.stranger()
                .map(reply -> Finding.Broken.of(
                        "the reply came from another port than the one that was asked",
                        "a reply from " + share.asked().get(0).to(),
                        reply.bytes() + " from " + reply.from()));
    }

    private Optional<Finding> wrong(AskerExchange share, List<AskerExchange> all) {
        return share.wrong(asking).flatMap(reply -> share.nearest(asking, reply)
                .map(near -> new Finding.Broken(
                        howWrong(near, reply, all),
                        Side.words("the datagram " + near.due().describe()),
                        new Side.Words("the datagram " + reply, reply, near.wrongAt()))));
    }

    private String howWrong(NearAnswer near, Bytes reply, List<AskerExchange> all) {
        List<Reply> owed = all.stream()
                .flatMap(each -> each.owed(asking).stream())
                .distinct()
                .toList();
        if (owed.stream().anyMatch(due -> DatagramConversation.answers(due, reply))) {
            return "a reply went to another asker than the one that asked";
        }
        return isJoined(reply, owed)
                ? "several replies were joined into one datagram"
                : "the reply to " + near.asked() + " is not right";
    }

    /** Whether it is nothing but replies that are due, one behind the other. */
    private static boolean isJoined(Bytes datagram, List<Reply> owed) {
        int at = 0;
        while (at < datagram.length()) {
            int start = at;
            OptionalInt end = owed.stream()
                    .map(due -> due.match(datagram, start, StreamState.ENDED))
                    .flatMapToInt(match -> match instanceof Match.Complete complete && complete.end() > start
                            ? IntStream.of(complete.end())
                            : IntStream.empty())
                    .findFirst();
            if (end.isEmpty()) {
                return false;
            }
            at = end.getAsInt();
        }
        return at > 0;
    }

    /** One asker lacks what another one has got too much, and there are not simply too many. */
    private static Optional<Finding> misdirected(DatagramConversation asking, List<AskerExchange> shares) {
        if (total(shares, AskerExchange::replies) > total(shares, AskerExchange::asked)) {
            return Optional.empty();
        }
        Optional<AskerExchange> without = shares.stream()
                .filter(each -> each.right(asking) < each.due(asking))
                .findFirst();
        Optional<AskerExchange> with = shares.stream()
                .filter(each -> each.replies().size() > each.asked().size())
                .findFirst();
        return without.flatMap(lacks -> with.map(has -> Finding.Broken.of(
                "a reply went to another asker than the one that asked",
                "asker " + lacks.asker() + ": " + count(lacks.due(asking), "reply", "replies") + "; asker "
                        + has.asker() + ": " + has.due(asking),
                "asker " + lacks.asker() + ": " + lacks.right(asking) + "; asker " + has.asker() + ": "
                        + has.replies().size())));
    }

    private static int total(List<AskerExchange> shares, Function<AskerExchange, List<?>> part) {
        return shares.stream().map(part).mapToInt(List::size).sum();
    }

    private Optional<Finding> tooMany(AskerExchange share) {
        return share.replies().size() <= share.asked().size()
                ? Optional.empty()
                : Optional.of(Finding.Broken.of(
                        "more than one datagram was sent for one that was received",
                        "at most " + count(share.asked().size(), "datagram", "datagrams") + " for "
                                + share.asked().size(),
                        count(share.replies().size(), "datagram", "datagrams") + " for " + what(share)));
    }

    private Optional<Finding> tooLong(AskerExchange share) {
        return share.longer()
                .map(reply -> Finding.Broken.of(
                        "more bytes were sent than had been received",
                        "no more bytes than " + what(share),
                        reply.length() + " bytes: " + reply));
    }

    private static String what(AskerExchange share) {
        return share.asked().size() == 1
                ? "a datagram of " + share.asked().get(0).bytes().length() + " bytes: "
                        + share.asked().get(0).bytes()
                : count(share.asked().size(), "datagram", "datagrams");
    }

    /** Who did not get as far as asking, because those before were not answered, is not served. */
    private Optional<Finding> unasked(List<AskerExchange> shares) {
        return shares.stream().noneMatch(each -> each.asked().isEmpty())
                ? Optional.empty()
                : Optional.of(Finding.Broken.of("no reply came: " + why(), described(lastAsked()), "nothing"));
    }

    private Optional<Finding> missing(List<AskerExchange> shares) {
        long due = shares.stream().mapToLong(each -> each.due(asking)).sum();
        long got = shares.stream()
                .mapToLong(each -> Math.min(each.due(asking), each.right(asking)))
                .sum();
        if (got == due) {
            return Optional.empty();
        }
        String few = (due - got) + " of " + count(due, "datagram was", "datagrams were") + " not answered";
        Optional<Fact.Overrun> overrun = seen.first(Fact.Overrun.class);
        if (overrun.isPresent() && overrun.get().datagrams() >= due - got) {
            return Optional.of(new Finding.Undecided(few + ", but the kernel dropped "
                    + overrun.get().datagrams() + " because the server's socket was full"));
        }
        return Optional.of(Finding.Broken.of(
                due == 1 ? "no reply came: " + why() : few + ": " + why(),
                described(shares.stream()
                        .flatMap(each -> each.owed(asking).stream())
                        .toList()),
                got == 0 ? "nothing" : count(got, "reply", "replies")));
    }

    private List<Reply> lastAsked() {
        int last = asking.askers() - 1;
        return asking.asks().stream()
                .filter(ask -> ask.asker() == last)
                .flatMap(ask -> asking.due(ask.says()).stream())
                .toList();
    }

    /** Replies in words: how many, and what they all are, or the first of them. */
    private static String described(List<Reply> replies) {
        List<String> each = replies.stream().map(Reply::describe).distinct().toList();
        return count(replies.size(), "reply", "replies") + (each.size() == 1 ? " " : ", the first ") + each.get(0);
    }

    private String why() {
        if (seen.has(Fact.Unbound.class)) {
            return "the program has given up its port";
        }
        return seen.first(Fact.Quiet.class)
                .map(quiet -> "nothing more came for " + quiet.waited().toMillis() + " ms")
                .orElse("later ones were answered");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
