package io.github.sockspec.suite;

import io.github.sockspec.target.Instance;
import java.util.OptionalInt;

/** Starts instances of one implementation. */
@FunctionalInterface
public interface Starter {
    /**
     * Starts one instance.
     *
     * @param port where it must listen, when that matters
     * @throws io.github.sockspec.target.StartFailure when it can't be started
     */
    Instance start(OptionalInt port);
}
