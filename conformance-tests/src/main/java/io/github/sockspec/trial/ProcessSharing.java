package io.github.sockspec.trial;

/** Whose process a program may share. */
public enum ProcessSharing {
    ANY,
    /** What the program's own process holds is looked at, so that it must not share one with the harness. */
    OWN
}
