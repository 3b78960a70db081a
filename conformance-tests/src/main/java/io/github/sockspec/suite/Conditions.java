package io.github.sockspec.suite;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.ResourceLimits;
import io.github.sockspec.trial.ProcessSharing;
import io.github.sockspec.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which conditions a case is asked.
 *
 * @param need what the dialect must have
 * @param process whose process the program may share
 * @param within the container whose kernel limits or cuts off the program: elsewhere the case does not apply
 */
public record Conditions(Optional<Need> need, ProcessSharing process, Optional<ResourceLimits> within) {
    private static final List<String> LIMITS =
            List.of("memory", "processes", "descriptors", "cores", "files", "variables");

    /** Ends the case as not applicable where it can't be asked of {@code program} in its dialect. */
    void require(Implementation program) {
        need.ifPresent(each -> each.require(program));
    }

    /** What the container of a case allows of which {@code word} needs one. */
    ResourceLimits requireWithin(Node node, String word) {
        return within.orElseThrow(() -> node.mistake(word + " is for a case that says \"within\""));
    }

    /** The conditions in a case's entry. */
    static Conditions read(Node.Fields entry) {
        return new Conditions(
                entry.find("needs").map(node -> node.oneOf(Need.class)),
                entry.find("process")
                        .map(node -> node.oneOf(ProcessSharing.class))
                        .orElse(ProcessSharing.ANY),
                entry.find("within").map(Conditions::allowance));
    }

    private static ResourceLimits allowance(Node node) {
        if (node instanceof Node.Text) {
            return node.oneOf(List.of(ResourceLimits.USUAL), usual -> "usual");
        }
        ResourceLimits allowance = ResourceLimits.USUAL;
        for (Map.Entry<String, Node> limit : node.fields(LIMITS).values().entrySet()) {
            allowance = limited(allowance, limit.getKey(), limit.getValue());
        }
        return allowance;
    }

    private static ResourceLimits limited(ResourceLimits allowance, String limit, Node value) {
        return switch (limit) {
            case "memory" -> allowance.memory(Amounts.bytes(value));
            case "processes" -> allowance.processes(value.integer(1, Integer.MAX_VALUE));
            case "descriptors" -> allowance.descriptors(value.integer(1, Integer.MAX_VALUE));
            case "cores" -> allowance.cores(Amounts.share(value));
            case "files" -> allowance.files(value.oneOf(ResourceLimits.Files.class));
            default -> variables(allowance, value);
        };
    }

    private static ResourceLimits variables(ResourceLimits allowance, Node value) {
        ResourceLimits with = allowance;
        for (Map.Entry<String, Node> variable : value.fields().values().entrySet()) {
            with = with.variable(variable.getKey(), variable.getValue().text());
        }
        return with;
    }
}
