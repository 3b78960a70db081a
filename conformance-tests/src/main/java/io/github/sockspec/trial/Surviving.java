package io.github.sockspec.trial;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.Finding;
import java.util.Optional;

/** Whether a plain conversation is answered behind each delivery, whatever that one's own answers were. */
record Surviving(ServerCaseRun run) implements ServerJudging {
    @Override
    public Finding of(Delivery delivery, Observation seen) {
        Finding finding = run.control("afterwards, another client");
        // One that serves its first few is asked by as many more as were seen to be too many.
        for (int more = 0;
                more < FirstConversations.CLIENTS && run.underTest().uses().once() && finding == Finding.HOLDS;
                more++) {
            finding = run.control("afterwards, one more client");
        }
        return finding.behind("afterwards another client is not served: ");
    }

    @Override
    public Optional<Conversation> behind(Delivery delivery, Observation seen) {
        return Optional.of(run.underTest().probe());
    }

    @Override
    public Optional<Observation> afterwards() {
        return run.underTest().controlled();
    }
}
