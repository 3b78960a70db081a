package io.github.sockspec.cli;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.ConversationEncoder;
import io.github.sockspec.conversation.Script;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.run.Glob;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Says in words what a case asks. */
@Command(name = "explain", sortOptions = false, description = "Say what a case asks, in words, with its clause.")
final class Explain implements Callable<Integer> {
    /** How many turns of a conversation are shown. */
    private static final int MOST_TURNS = 6;

    private static final int MOST_OCTETS = 64;

    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "A case's name, a pattern, or a clause such as EXEC-5.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String pattern;

    Explain(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Case> cases = Catalogue.all().stream()
                .filter(each -> new Glob(pattern).matches(each.id()))
                .toList();
        Optional<Clause> bare = Clause.of(pattern);
        if (cases.isEmpty() && bare.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "no case matches " + pattern + "; ./sockspec list shows what there is");
        }
        if (cases.isEmpty()) {
            bare.ifPresent(clause -> clause(clause, "has no case"));
        }
        cases.forEach(this::explain);
        return 0;
    }

    private void explain(Case each) {
        clause(each.clause(), each.id());
        if (!each.about().isEmpty()) {
            row("asks", each.about());
        }
        Optional<Conversation> conversation = script(each).flatMap(this::conversation);
        each.name()
                .family()
                .ifPresent(family -> row(
                        "travels",
                        family.idea()
                                + conversation.map(said -> count(family, said)).orElse("")));
        row("run it", "./sockspec run --only '" + each.id() + "'");
        terminal.out().println();
    }

    private void clause(Clause clause, String title) {
        PrintStream out = terminal.out();
        out.println(title);
        row(clause.id(), clause.level() + ", " + clause.grade().word() + ": " + clause.sentence());
    }

    /** The conversation a case is named after; some cases are named after something else they do. */
    private static Optional<Script> script(Case each) {
        try {
            return each.clause().protocol().datagrams()
                    ? Optional.empty()
                    : Optional.of(
                            Scripts.of(each.clause().protocol(), each.name().conversation()));
        } catch (IllegalArgumentException namedOtherwise) {
            return Optional.empty();
        }
    }

    private Optional<Conversation> conversation(Script script) {
        row("says", script.about());
        Protocol protocol = script.protocol();
        Conversation conversation = ConversationEncoder.of(Dialect.reference(protocol), Accounts.FIXTURE)
                .speak(script, Map.of("scratch", "/tmp/scratch"));
        conversation.turns().stream().limit(MOST_TURNS).forEach(turn -> {
            if (!turn.says().isEmpty()) {
                row("", "> " + turn.says().rendered(MOST_OCTETS));
            }
            row("", "< " + shortened(turn.hears().describe()));
        });
        int more = conversation.turns().size() - MOST_TURNS;
        if (more > 0) {
            row("", "… and " + more + " more");
        }
        return Optional.of(conversation);
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    private static String count(Family family, Conversation conversation) {
        long deliveries = family.of(conversation.shape(), Sampling.DEFAULT).count();
        return ": " + deliveries + (deliveries == 1 ? " delivery" : " deliveries");
    }

    private void row(String title, String text) {
        terminal.out().println("  %-9s %s".formatted(title, text));
    }
}
