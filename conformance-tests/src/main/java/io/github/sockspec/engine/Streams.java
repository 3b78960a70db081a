package io.github.sockspec.engine;

/** Which streams are had of a program. */
public enum Streams {
    /** What it writes, to standard output and standard error alike; it reads nothing. */
    OUTPUT,
    /** As {@link #OUTPUT}, beside a standard input that stays open and of which nothing ever comes. */
    OPEN_INPUT,
    /** Standard input, standard output and standard error, each by itself. */
    ALL,
    /** As {@link #ALL}, by a terminal: then standard output and standard error are one. */
    TERMINAL
}
