package io.github.sockspec.delivery;

/**
 * Where not every delivery can be tried.
 *
 * @param seed the same seed gives the same deliveries
 * @param size how many are tried, at least 1
 */
public record Sampling(long seed, int size) {
    /** What is used unless an option says otherwise. */
    public static final Sampling DEFAULT = new Sampling(42, 256);

    /** The sample size of {@code --thorough}. */
    public static final int THOROUGH = 4096;
}
