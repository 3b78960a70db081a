package io.github.sockspec.kernel;

import java.time.Duration;

/**
 * What a local process tree holds at one moment, read from {@code /proc}.
 *
 * @param descriptors open descriptors of all its processes
 * @param threads threads of all its processes
 * @param processes living processes
 * @param zombies ended processes that nobody has waited for
 * @param residentBytes resident memory of all its processes
 * @param cpu CPU time used so far by all its living processes
 */
public record Resources(int descriptors, int threads, int processes, int zombies, long residentBytes, Duration cpu) {}
