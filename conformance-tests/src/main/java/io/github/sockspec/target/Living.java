package io.github.sockspec.target;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The instances that run, so that none outlives this process when it is asked to stop. */
final class Living {
    private static final Set<Instance> INSTANCES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> INSTANCES.forEach(Instance::close), "sockspec last end"));
    }

    private Living() {}

    static void add(Instance instance) {
        INSTANCES.add(instance);
    }

    static void remove(Instance instance) {
        INSTANCES.remove(instance);
    }
}
