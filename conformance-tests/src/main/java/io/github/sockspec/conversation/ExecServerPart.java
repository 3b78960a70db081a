package io.github.sockspec.conversation;

import static java.util.Objects.requireNonNull;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.ServerPart.After;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.ReplyFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands answered in the server's place. Text is printed by a command in the codec that the client prints with. */
record ExecServerPart(Dialect dialect, Function<String, List<String>> typed) {
    ServerPart of(Script script) {
        boolean eof = dialect.reply() instanceof ReplyFrame.Eof;
        if (eof && script.turns().size() > 1) {
            throw new NotInDialect("a connection carries one reply in this dialect");
        }
        List<Exchange> exchanges = new ArrayList<>();
        List<String> unanswered = new ArrayList<>();
        for (Script.Turn turn : script.turns()) {
            String command = requireNonNull(turn.command(), "an exec turn has a command");
            if (turn.answer() == Script.Answer.NONE) {
                // An empty line, say: it is typed, and nothing may come of it.
                unanswered.addAll(typed.apply(command));
                continue;
            }
            Bytes body = dialect.bodyOf(octets(turn.stdout()), octets(turn.stderr()));
            exchanges.addAll(exchange(unanswered, command, body));
            unanswered.clear();
        }
        return new ServerPart(
                script.name(),
                exchanges,
                dialect.exit().map(typed).orElse(List.of()),
                dialect.exit()
                        .map(word -> dialect.request().frame(dialect.encoded(word)))
                        .orElse(Bytes.EMPTY),
                eof ? After.CLOSES : After.KEEPS,
                Due.NOTHING);
    }

    /** The header and body of one reply, with the acknowledgement between them where the dialect has one. */
    private List<Exchange> exchange(List<String> before, String command, Bytes body) {
        Bytes header = Header.of(dialect.reply(), body);
        List<Integer> seams = Header.seams(dialect.reply(), header);
        List<String> lines =
                Stream.concat(before.stream(), typed.apply(command).stream()).toList();
        Reply asks = Reply.exactly(dialect.request().frame(dialect.encoded(command)));
        return dialect.acknowledge()
                .map(word -> List.of(
                        Exchange.of(lines, asks, header).headed(seams),
                        Exchange.of(List.of(), Reply.exactly(word), body).printing(prints(body))))
                .orElseGet(() -> List.of(Exchange.of(lines, asks, header.plus(body))
                        .headed(seams)
                        .printing(prints(body))));
    }

    /** A client may print the bytes as they are, or their text in the terminal's codec. */
    private List<Bytes> prints(Bytes body) {
        Bytes text = Bytes.utf8(body.decode(dialect.charset("output")));
        if (body.isEmpty()) {
            return List.of();
        }
        return text.equals(body) ? List.of(body) : List.of(body, text);
    }

    private Bytes octets(@Nullable Octets written) {
        return written == null ? Bytes.EMPTY : written.in(dialect.charset("output"));
    }
}
