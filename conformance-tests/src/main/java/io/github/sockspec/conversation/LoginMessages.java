package io.github.sockspec.conversation;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.RequestEnd;
import java.util.List;

/** Login: attempts and their answers. */
record LoginMessages(Dialect dialect, Accounts accounts) implements ConversationEncoder {
    @Override
    public List<Conversation.Turn> say(Script.Turn turn) {
        Script.Answer answer = requireNonNullElse(turn.answer(), Script.Answer.FAIL);
        Bytes message;
        if (turn.raw() != null) {
            message = ConversationEncoder.raw(turn.raw());
        } else if (turn.request() != null) {
            message = dialect.request().frame(request(turn.request()));
        } else {
            Accounts.Pair pair = pair(turn, answer);
            requireText(pair.user() + pair.password());
            message =
                    dialect.request().frame(dialect.encoded(pair.user() + dialect.text("separator") + pair.password()));
        }
        int header = dialect.request().header();
        return List.of(
                new Conversation.Turn(message, Marks.seams(header == 0 ? List.of() : List.of(header)), reply(answer)));
    }

    private Accounts.Pair pair(Script.Turn turn, Script.Answer answer) {
        String user = requireNonNull(turn.user(), "a login turn has a user");
        String password = requireNonNull(turn.password(), "a login turn has a password");
        Accounts.Pair pair = answer == Script.Answer.SUCCESS
                ? accounts.right(user, password)
                : accounts.wrong(new Accounts.Pair(user, password), dialect.text("separator"));
        for (String part : List.of(pair.user(), pair.password())) {
            if (part.contains(dialect.text("separator"))) {
                throw new NotInDialect("\"" + part + "\" holds the separator, \"" + dialect.text("separator") + "\"");
            }
        }
        return pair;
    }

    /** A separator of blanks at either end of a request is no part of it, so that it is another request than was meant. */
    private Bytes request(Octets written) {
        boolean lost = dialect.text("separator").isBlank() && dialect.request().ends() != RequestEnd.LENGTH;
        if (lost && written instanceof Octets.Text text && !text.text().equals(stripped(text.text()))) {
            throw new NotInDialect("blanks at either end of a request are no part of it, and the separator is a blank");
        }
        return written.replacing("|", dialect.text("separator"))
                .in(dialect.request().charset());
    }

    private static String stripped(String text) {
        return text.replaceAll("^[|]+|[|]+$", "");
    }

    private void requireText(String text) {
        if (!dialect.request().charset().newEncoder().canEncode(text)) {
            throw new NotInDialect(
                    text + " can't be written in " + dialect.request().charset().name());
        }
    }

    private Reply reply(Script.Answer answer) {
        return switch (answer) {
            case SUCCESS -> Reply.exactly(dialect.octets("success"));
            case FAIL -> Reply.exactly(dialect.octets("fail"));
            case FAIL_OR_CLOSED -> Reply.oneOf(Reply.exactly(dialect.octets("fail")), Reply.closed());
            case CLOSED -> Reply.closed();
            case NONE -> Reply.nothing();
            case FRAMED -> throw new IllegalArgumentException("a login reply has no frame");
        };
    }

    @Override
    public List<Conversation.Turn> close(Script script) {
        if (dialect.is("attempts", "one") && script.turns().size() > 1) {
            throw new NotInDialect("a connection carries one attempt in this dialect");
        }
        return serverClosesAfter(script.turns())
                ? List.of(Conversation.Turn.of(Bytes.EMPTY, Reply.closed()))
                : List.of();
    }

    /** Where the server closes, it does so after {@code success}, and after any reply when there is but one attempt. */
    private boolean serverClosesAfter(List<Script.Turn> turns) {
        if (!dialect.is("closes", "server")) {
            return false;
        }
        List<Script.Turn> before = turns.subList(0, turns.size() - 1);
        if (before.stream().anyMatch(turn -> turn.answer() == Script.Answer.SUCCESS)) {
            throw new NotInDialect("the server closes after a right attempt in this dialect");
        }
        return dialect.is("attempts", "one") || turns.get(before.size()).answer() == Script.Answer.SUCCESS;
    }
}
