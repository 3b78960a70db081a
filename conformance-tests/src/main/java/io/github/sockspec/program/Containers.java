package io.github.sockspec.program;

import io.github.sockspec.engine.Engine;
import java.util.Collection;

/** What programs in containers need before the first of them starts. */
public final class Containers {
    private Containers() {}

    /** Looks for the engine while other things are done, if any of these runs in a container: its client takes a second. */
    public static void expect(Collection<Implementation> implementations) {
        if (implementations.stream().anyMatch(each -> each.start().contained().isPresent())) {
            Thread looking = new Thread(Engine::missing, "sockspec engine look-up");
            looking.setDaemon(true);
            looking.start();
        }
    }

    /** Looks for the engine and an image, so that an archive of loaded classes holds what that takes. */
    public static void rehearse() {
        if (Engine.missing().isEmpty()) {
            Engine.here().images().find("sockspec-rehearsal");
        }
    }
}
