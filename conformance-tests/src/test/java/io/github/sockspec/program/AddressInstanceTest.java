package io.github.sockspec.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.manifest.Messages;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.wire.Probe;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that already runs: recognised, observed, and left as it was. */
class AddressInstanceTest {
    private static Implementation at(InetSocketAddress address) {
        return new Implementation(
                "running",
                Protocol.required("exec"),
                Role.SERVER,
                new Start.Address(address),
                Dialect.reference(Protocol.required("exec")),
                List.of(),
                ScriptedConversations.in(Dialect.reference(Protocol.required("exec"))),
                Map.of());
    }

    @Test
    void start_runningServer_isIdentifiedAndLeftRunning() {
        try (Instance server = Instances.start(Programs.python(Programs.LISTENS + Programs.STAYS))) {
            try (Instance running = Instances.start(at(server.address()))) {
                assertEquals(server.identity().pid(), running.identity().pid());
                assertEquals(server.identity().executable(), running.identity().executable());
                assertFalse(running.identity().portWasFree());
                assertEquals(1, running.resources().orElseThrow().processes());
                assertTrue(running.alive());
            }
            assertTrue(Probe.accepts(server.address()));
        }
    }

    @Test
    void start_nothingThere_isAFailure() {
        InetSocketAddress nobody;
        try (Instance server = Instances.start(Programs.python(Programs.LISTENS + Programs.STAYS))) {
            nobody = server.address();
        }

        StartFailure failure = assertThrows(StartFailure.class, () -> Instances.start(at(nobody)));

        assertEquals(
                "running: nothing listens on 127.0.0.1:" + nobody.getPort() + "; start it first, or give its command",
                Messages.of(failure));
    }
}
