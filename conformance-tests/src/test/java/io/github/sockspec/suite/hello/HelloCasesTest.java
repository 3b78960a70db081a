package io.github.sockspec.suite.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that ends after a reply holds all that can be asked of it. */
class HelloCasesTest {
    private static final Path IMPLEMENTATIONS =
            Path.of(System.getProperty("sockspec.home", "..")).resolve("fixtures/implementations");

    @TempDir
    private Path out;

    @Test
    void catalogue_everyServerClause_hasSeveralCases() {
        for (Clause clause : Clause.all().stream()
                .filter(each -> each.protocol().equals(Protocol.required("hello")) && each.role() == Role.SERVER)
                .toList()) {
            long cases = Catalogue.all().stream()
                    .filter(each -> each.clause() == clause)
                    .count();
            assertTrue(cases >= 3, clause.id() + " has " + cases + " cases");
        }
    }

    /** What needs a second reply can't be asked of a server that gives one; the rest holds. */
    @Test
    void serverForOneReply_severalReplies_notApplicable() {
        HelloRun run = HelloRun.of(Manifests.read(IMPLEMENTATIONS.resolve("dialects/hello-one.yaml")), out);
        assertEquals(
                List.of("hello/server/HELLO-1/plain@as-sent", "hello/server/HELLO-6/plain@as-sent"),
                run.with(Outcome.PASS).stream().map(CaseResult::id).toList(),
                run::toString);
        assertEquals(
                run.result().cases().size() - 2,
                run.with(Outcome.NOT_APPLICABLE).size(),
                run::toString);
        assertEquals(
                "its process ends after one reply, and this needs more",
                run.of("HELLO-2/burst@as-sent").reason());
    }
}
