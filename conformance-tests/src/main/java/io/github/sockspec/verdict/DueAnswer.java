package io.github.sockspec.verdict;

import io.github.sockspec.conversation.Conversation.Turn;

/**
 * An answer that is due.
 *
 * @param turn what it answers, and what it has to be
 * @param number of the message that it answers, from 1
 * @param from the offset at which it starts in all that was received
 */
record DueAnswer(Turn turn, int number, int from) {}
