package io.github.sockspec.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Results of pairs, as a person reads them. */
public final class PairMatrix {
    private PairMatrix() {}

    /** One result, in a few lines. */
    public static List<String> lines(PairResult result) {
        List<String> lines = new ArrayList<>();
        String cuts = result.deliveries().tried() == 0
                ? ""
                : ": " + result.deliveries().tried() + " of "
                        + result.deliveries().planned() + " deliveries, "
                        + result.deliveries().confirmed() + " of them confirmed";
        lines.add(
                result.client() + " and " + result.server() + ", " + result.direction() + ": " + result.cell() + cuts);
        if (!result.reason().isEmpty()) {
            lines.add("    " + result.reason());
        }
        if (!result.writes().isEmpty()) {
            lines.add("    the delivery: "
                    + result.writes().stream().map(Object::toString).collect(Collectors.joining(" | ")));
        }
        return lines;
    }

    /** A table with a row for each client and a column for each server. */
    public static String markdown(List<PairResult> results) {
        List<String> servers =
                results.stream().map(PairResult::server).distinct().toList();
        StringBuilder table = new StringBuilder("| client |");
        servers.forEach(server -> table.append(' ').append(server).append(" |"));
        table.append("\n| --- |").append(" --- |".repeat(servers.size())).append('\n');
        for (String client : results.stream().map(PairResult::client).distinct().toList()) {
            table.append("| ").append(client).append(" |");
            servers.forEach(server ->
                    table.append(' ').append(cell(results, client, server)).append(" |"));
            table.append('\n');
        }
        return table.toString();
    }

    private static String cell(List<PairResult> results, String client, String server) {
        return results.stream()
                .filter(result ->
                        result.client().equals(client) && result.server().equals(server))
                .map(PairResult::cell)
                .distinct()
                .filter(cell -> !cell.isEmpty())
                .reduce((one, next) ->
                        one.equals("both hold") ? next : next.equals("both hold") ? one : one + ", " + next)
                .orElse("");
    }
}
