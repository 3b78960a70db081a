package io.github.sockspec.protocol;

/** What ends a request of text. */
public enum RequestEnd {
    /** A line feed; a carriage return before it and surrounding blanks are ignored. The reference dialect. */
    NEWLINE,
    /** The course's own: one write is one request, strictly lock-step. Any cut makes two requests. */
    NOTHING,
    /** The same integer as the reply's stands in front. */
    LENGTH
}
