package io.github.sockspec.trial;

import io.github.sockspec.program.Instance;
import java.util.OptionalInt;

/** Starts instances of one implementation. */
@FunctionalInterface
public interface InstanceStarter {
    /**
     * Starts one instance.
     *
     * @param port where it must listen, when that matters
     * @throws io.github.sockspec.program.StartFailure when it can't be started
     */
    Instance start(OptionalInt port);
}
