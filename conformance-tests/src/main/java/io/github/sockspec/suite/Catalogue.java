package io.github.sockspec.suite;

import io.github.sockspec.conversation.WrittenConversations;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.yaml.YamlText;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every case there is: those of each protocol's {@code fixtures/protocols/…/cases.yaml}, on the class path. A general
 * protocol's are asked of every protocol that somebody has written down, with each of its conversations.
 */
public final class Catalogue {
    /** In the place of a conversation: each of those that are written down, in turn. */
    private static final String EACH = "each";

    private Catalogue() {}

    /** The cases, read when they are first asked for. */
    private static final class Read {
        private static final List<Case> CASES = Protocol.withClauses().stream()
                .flatMap(Catalogue::read)
                .sorted(Comparator.comparing(Case::clause).thenComparing(Case::id))
                .toList();
    }

    /** All cases, by clause and name; those of a general protocol as they are written, not yet of any conversation. */
    public static List<Case> all() {
        return Read.CASES;
    }

    /** The cases that judge {@code program}, by clause and name. */
    public static List<Case> of(Implementation program) {
        if (program.conversations() instanceof WrittenConversations written) {
            return all().stream()
                    .filter(each -> each.clause()
                                    .protocol()
                                    .word()
                                    .equals(program.protocol().clauses())
                            && each.clause().role() == program.role())
                    .flatMap(each -> named(each, written)
                            .map(name -> each.of(program.protocol().word(), name)))
                    .toList();
        }
        return all().stream().filter(each -> each.judges(program)).toList();
    }

    /** Every case that judges one of {@code programs}, each once. */
    public static List<Case> of(List<Implementation> programs) {
        return programs.stream().flatMap(each -> of(each).stream()).distinct().toList();
    }

    private static Stream<String> named(Case general, WrittenConversations written) {
        return general.name().conversation().equals(EACH) ? written.names().stream() : Stream.of(written.probe());
    }

    private static Stream<Case> read(Protocol protocol) {
        return CaseFile.read(protocol, YamlText.resource("fixtures/protocols/" + protocol.word() + "/cases.yaml"))
                .stream();
    }
}
