package io.github.sockspec.run;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.suite.Case;
import io.github.sockspec.verdict.CaseResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A plan that is carried out beside whoever waits for its results, case by case. */
final class CarriedOut implements Progress {
    private static final long LONGEST_MINUTES = 60;

    private final Map<Place, CompletableFuture<CaseResult>> cases = new ConcurrentHashMap<>();
    private final CompletableFuture<Results> whole = new CompletableFuture<>();

    private CarriedOut() {}

    static CarriedOut of(Plan plan) {
        CarriedOut carried = new CarriedOut();
        Thread thread = new Thread(() -> carried.carryOut(plan), "conformance");
        thread.setDaemon(true);
        thread.start();
        return carried;
    }

    private void carryOut(Plan plan) {
        try {
            whole.complete(new Runner(plan, this).run());
        } catch (RuntimeException | Error broken) {
            whole.completeExceptionally(broken);
        }
        plan.implementations().forEach(program -> plan.cases(program).forEach(each -> of(program, each.id())
                .completeExceptionally(new AssertionError(each + " gave no result: " + notes()))));
    }

    private String notes() {
        return whole.handle((results, broken) -> results == null ? "" + broken : String.join("; ", results.notes()))
                .join();
    }

    @Override
    public void started(int count) {
        // Whoever waits knows how many there are.
    }

    @Override
    public void finished(CaseResult result, Implementation program) {
        of(program, result.id()).complete(result);
    }

    /** Programs of one name are told apart by the case. */
    private CompletableFuture<CaseResult> of(Implementation program, String id) {
        return cases.computeIfAbsent(new Place(program.name(), id), place -> new CompletableFuture<>());
    }

    CaseResult result(Implementation program, Case each) throws Exception {
        return of(program, each.id()).get(LONGEST_MINUTES, TimeUnit.MINUTES);
    }

    Results results() throws Exception {
        return whole.get(LONGEST_MINUTES, TimeUnit.MINUTES);
    }
}
