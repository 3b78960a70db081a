package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import java.util.List;

/** One case being carried out against a server: what the few lines of a case are written in. */
public final class Trial extends ServerCaseRun {
    public Trial(CaseName name, ProgramUnderTest candidate, Session session) {
        super(name, candidate, session);
    }

    /** Holds when the answers are right by every delivery of the family that the case is named after. */
    public void requireAnswers() {
        conversations().forEach(each -> deliver(each, new FailureCause(this, each)::of));
    }

    /** Holds when, behind the client's end of stream, nothing comes but the answers that are owed. */
    public void requireNothingMore() {
        Conversation conversation = conversation();
        deliver(conversation, (delivery, seen) -> {
            Finding finding = ConversationJudge.nothingBehindEnd(conversation, seen);
            if (finding == Finding.HOLDS && !seen.has(Fact.Ended.class)) {
                throw CaseStop.notApplicable(
                        "the server ends the connection first, so that its client has no end to make");
            }
            return finding;
        });
    }

    /** Holds when, after each delivery of the family that the case is named after, others are served as before. */
    public void requireSurvival() {
        requireOthersPossible();
        deliver(conversation(), new Surviving(this));
    }

    /** Holds when, after each of these was said and its client has gone, others are served as before. */
    public void requireSurvivalOf(List<Conversation> hostile) {
        requireOthersPossible();
        Surviving surviving = new Surviving(this);
        for (Conversation each : askedAgain(hostile)) {
            Delivery whole =
                    Delivery.of(each.shape().messages()).ending(new Ending(Ending.How.FIN, Ending.When.AFTER_READ));
            new Deliveries<>(this, new ServerCarrying(this, each, surviving)).carryOut(List.of(whole));
        }
    }

    /** Carries out all deliveries of the family that the case is named after. */
    public void deliver(Conversation conversation, ServerJudging judging) {
        ServerCarrying carrying = new ServerCarrying(this, conversation, judging);
        new Deliveries<>(this, carrying).carryOut(carrying.of(family()));
    }

    /** Ends the case as not applicable where its deliveries have no right answer in this dialect. */
    public void requireDecidable() {
        Shape shape = conversation().shape();
        name().family().stream()
                .flatMap(family -> family.of(shape, sampling()))
                .forEach(delivery -> Decidable.require(delivery, shape, dialect()));
    }

    /** States what a conversation on a connection of its own shows. */
    public void requireAnswered(Conversation conversation) {
        Delivery whole = Delivery.of(conversation.shape().messages());
        Observation seen = underTest().carry(conversation, whole);
        Finding finding = ConversationJudge.judge(conversation, whole, seen);
        states(finding);
        watched(() -> occasion(conversation, whole, seen), seen, finding);
        carriedOut(occasion(conversation, whole, seen), seen, finding);
    }

    /** What a conversation on a connection of its own shows, without stating it. */
    public Finding shows(Conversation conversation) {
        Delivery whole = Delivery.of(conversation.shape().messages());
        return ConversationJudge.judge(conversation, whole, underTest().carry(conversation, whole));
    }

    /** Has a conversation that the case needs, but is not about; ends the case when it is not answered rightly. */
    public void prepares(String script) {
        Conversation conversation = conversation(script);
        if (shows(conversation) instanceof Finding.Broken broken) {
            throw CaseStop.inconclusive(
                    "what the case needs first could not be had (" + script + "): " + broken.reason());
        }
        sideConnections().prepared(conversation);
    }

    /** From now on, {@link #attempts} will be made to clear up by this. */
    public void clearsUpBy(String script) {
        sideConnections().clearsUpBy(conversation(script));
    }

    /** Has a conversation that clears up behind the case, whatever comes of it. */
    public void attempts(String script) {
        shows(conversation(script));
    }

    /** Says that a connection stays open on which these bytes were said and nothing is read. */
    public void keepsOpen(Bytes said) {
        sideConnections().keepsOpen(said);
    }

    /** States that a plain conversation is answered, as it was at the start; {@code when} says in words after what. */
    public void requireOthersServed(String when) {
        new OtherClients(this).stateServed(when);
    }
}
