package io.github.sockspec.run;

import io.github.sockspec.conversation.Script;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.DatagramFamily;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.trial.CaseName;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a case asks, in words for a reader; each of them is empty where there is nothing to say.
 *
 * @param about in a sentence of its own
 * @param says what its conversation is about
 * @param travels the idea behind its deliveries
 */
public record Asked(String about, String says, String travels) {
    private static final Asked UNKNOWN = new Asked("", "", "");

    /** What a case asks, by the case's name; a case that this release hasn't is one of which nothing is said. */
    public static Function<String, Asked> byName() {
        Map<String, Case> known =
                Catalogue.all().stream().collect(Collectors.toMap(Case::id, Function.identity(), (one, same) -> one));
        return id -> known.containsKey(id) ? of(known.get(id)) : general(id, known);
    }

    /** Of a case of a protocol that is written down, what the general case asks that it was made of. */
    private static Asked general(String id, Map<String, Case> known) {
        String clause = id.replaceFirst("^[^/]*", "").replaceFirst("[^/]*$", "");
        String delivery = id.substring(id.indexOf('@') + 1);
        return Protocol.general().stream()
                .flatMap(protocol ->
                        Stream.of("each", "probe").map(name -> protocol.word() + clause + name + "@" + delivery))
                .flatMap(like -> Stream.ofNullable(known.get(like)))
                .findFirst()
                .map(Asked::of)
                .orElse(UNKNOWN);
    }

    private static Asked of(Case each) {
        String travels = each.name()
                .family()
                .map(Family::idea)
                .or(() -> DatagramFamily.of(each.name().delivery()).map(DatagramFamily::idea))
                .orElse("");
        return new Asked(each.about(), says(each.name()), travels);
    }

    /** Empty where a case is named after something else than a conversation. */
    private static String says(CaseName name) {
        if (name.clause().protocol().datagrams()) {
            return "";
        }
        try {
            Script script = Scripts.of(name.clause().protocol(), name.conversation());
            return script.about();
        } catch (IllegalArgumentException namedOtherwise) {
            return "";
        }
    }
}
