package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Any of these; the first that is complete counts. */
record OneOf(List<Reply> choices) implements Reply {
    OneOf {
        choices = List.copyOf(choices);
    }

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.oneOf(
                choices.stream().map(choice -> choice.told(telling)).toList());
    }

    @Override
    public boolean saysAll() {
        return false;
    }

    /** Each as if it stood alone. */
    @Override
    public Match match(Bytes stream, int from, StreamState state) {
        return first(choices, choice -> choice.match(stream, from, state));
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        return first(choices, choice -> choice.match(stream, place, state));
    }

    @Override
    public Reading reading(int from) {
        return first(choices.stream().map(choice -> choice.reading(from)).toList());
    }

    @Override
    public Reading reading(Place place) {
        return first(choices.stream().map(choice -> choice.reading(place)).toList());
    }

    private static Reading first(List<Reading> readings) {
        return (stream, state) -> first(readings, each -> each.match(stream, state));
    }

    private static <C> Match first(List<C> choices, Function<C, Match> matched) {
        List<Match> matches = choices.stream().map(matched).toList();
        return matches.stream()
                .filter(Match.Complete.class::isInstance)
                .findFirst()
                .or(() -> matches.stream().filter(Match.More.class::isInstance).findFirst())
                .orElse(matches.get(0));
    }

    @Override
    public Map<String, Bytes> keeps(Bytes stream, int from) {
        return choices.stream()
                .filter(choice -> choice.match(stream, from, StreamState.ENDED) instanceof Match.Complete)
                .findFirst()
                .map(choice -> choice.keeps(stream, from))
                .orElse(Map.of());
    }

    @Override
    public Reply filled(Map<String, Bytes> known) {
        return new OneOf(choices.stream().map(choice -> choice.filled(known)).toList());
    }

    @Override
    public String describe() {
        return choices.stream().map(Reply::describe).collect(Collectors.joining(" or "));
    }

    @Override
    public Bytes canonical() {
        return choices.get(0).canonical();
    }
}
