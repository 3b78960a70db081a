package io.github.sockspec.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.manifest.Messages;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where no network can be made, a pair runs beside this process unless its two addresses are one. */
class PairNetworksTest {
    private static final Start.Reference TAKES_ANY = new Start.Reference();

    private static Implementation program(Role role, Start start) {
        return new Implementation(
                "the " + role.word(),
                Protocol.required("login"),
                role,
                start,
                Dialect.reference(Protocol.required("login")),
                List.of(),
                ScriptedConversations.in(Dialect.reference(Protocol.required("login"))),
                Map.of());
    }

    private static Start fixed(String address) {
        return Programs.command(
                        Protocol.required("login"),
                        List.of("false"),
                        Map.of(),
                        Optional.of(Addresses.parseOrChoose(address).orElseThrow()))
                .start();
    }

    private static PairNetworks withoutTheRight(Start client, Start server) {
        return PairNetworks.of(program(Role.CLIENT, client), program(Role.SERVER, server), Optional::empty);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, 127.0.0.1:8080",
        "127.0.0.1:8080, 0.0.0.0:8080",
        "127.0.0.1:8080, [::]:8080",
        "127.0.0.2:8080, 0.0.0.0:8080",
        "[::1]:8080, [::]:8080"
    })
    void of_sameAddressWhereForbidden_saysWhatIsNeeded(String client, String server) {
        StartFailure failure = assertThrows(StartFailure.class, () -> withoutTheRight(fixed(client), fixed(server)));

        assertEquals(
                "the client connects to %s and the server listens on %s, so that the relay between them needs a network for"
                                .formatted(text(client), text(server))
                        + " each, and this system allows no private network namespace (unshare -n and unshare -rn both"
                        + " fail): run in a container that does, or as root",
                Messages.of(failure));
    }

    private static String text(String address) {
        return Addresses.text(Addresses.parse(address).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080, 127.0.0.1:8081",
        "127.0.0.2:8080, 127.0.0.1:8080",
        "127.0.0.1:{port}, 127.0.0.1:{port}",
        "127.0.0.1:8080, 127.0.0.1:{port}"
    })
    void of_differentAddressesWhereForbidden_bothStayHere(String client, String server) {
        try (PairNetworks networks = withoutTheRight(fixed(client), fixed(server))) {
            assertSame(NetworkNamespace.HERE, networks.client());
            assertSame(NetworkNamespace.HERE, networks.server());
        }
    }

    @Test
    void of_oneThatFixesNothingWhereForbidden_bothStayHere() {
        withoutTheRight(fixed("127.0.0.1:8080"), TAKES_ANY).close();
        withoutTheRight(TAKES_ANY, fixed("127.0.0.1:8080")).close();
    }

    @Test
    void of_serverThatRunsAtTheClientsAddress_needsRoot() {
        Start running = new Start.Address(Addresses.parse("127.0.0.1:8080").orElseThrow());
        StartFailure failure =
                assertThrows(StartFailure.class, () -> withoutTheRight(fixed("127.0.0.1:8080"), running));

        assertEquals(
                "the client connects to 127.0.0.1:8080 and the server listens on 127.0.0.1:8080, so that the relay between"
                        + " them needs a network for each, which beside a server that already runs takes CAP_SYS_ADMIN:"
                        + " run as root",
                Messages.of(failure));
    }

    @Test
    void of_addressThatNoNetworkCanHave_isRefusedByName() {
        StartFailure failure =
                assertThrows(StartFailure.class, () -> withoutTheRight(fixed("[2001:db8::1]:8080"), TAKES_ANY));

        assertEquals(
                "the client: only IPv4 addresses, and ::1, can be had in a private network, not [2001:db8::1]:8080",
                Messages.of(failure));
    }

    @Test
    void of_sameAddress_oneNetworkForEach() {
        if (NetworkNamespace.fresh().isEmpty()) {
            assertThrows(
                    StartFailure.class,
                    () -> PairNetworks.of(
                            program(Role.CLIENT, fixed("127.0.0.1:8080")),
                            program(Role.SERVER, fixed("127.0.0.1:8080"))));
            return;
        }
        try (PairNetworks networks = PairNetworks.of(
                program(Role.CLIENT, fixed("192.168.13.22:8080")), program(Role.SERVER, fixed("192.168.13.22:8080")))) {
            assertNotSame(networks.client(), networks.server());
            assertNotSame(NetworkNamespace.HERE, networks.client());
            assertNotSame(NetworkNamespace.HERE, networks.server());
            assertSame(NetworkNamespace.HERE, NetworkNamespace.standing());
        }
    }
}
