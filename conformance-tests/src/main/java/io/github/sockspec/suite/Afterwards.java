package io.github.sockspec.suite;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.Finding;
import java.util.function.BiFunction;

/**
 * What is asked over another connection behind each delivery, however that one was answered.
 *
 * @param says with the answers that are right
 * @param again what is asked in its stead by those who have a failure again
 * @param judge what a delivery comes to, of which this was found and behind which that was seen
 */
record Afterwards(Conversation says, Conversation again, BiFunction<Finding, Observation, Finding> judge) {}
