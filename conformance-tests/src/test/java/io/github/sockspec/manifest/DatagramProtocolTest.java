package io.github.sockspec.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Transport;
import io.github.sockspec.yaml.InvalidYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A protocol that is written down and spoken over UDP: what its file may hold. */
class DatagramProtocolTest {
    @TempDir
    private Path directory;

    private Implementation read(String role, String protocol) throws IOException {
        Path file = directory.resolve("it.yaml");
        Files.writeString(
                file,
                "name: it\nrole: " + role + "\nstart: {command: [sh, \"{port}\"]}\nprotocol: {transport: udp, "
                        + protocol + "}\n");
        return Manifests.read(file);
    }

    private Implementation turn(String turn) throws IOException {
        return read("server", "conversations: {ask: [" + turn + "]}");
    }

    private String refused(String turn) {
        return reason(assertThrows(InvalidYaml.class, () -> turn(turn)));
    }

    private static String reason(InvalidYaml refused) {
        return String.valueOf(refused.getMessage()).replaceFirst("^.*it\\.yaml:\\d+: ", "");
    }

    @Test
    void read_serverOverUdp_isJudgedByTheClausesOfDatagrams() throws IOException {
        Implementation server = turn("{say: a, hear: b}");

        assertEquals("datagram", server.protocol().clauses());
        assertEquals(Transport.UDP, server.protocol().transport());
    }

    @Test
    void read_clientOverUdp_refused() {
        InvalidYaml refused =
                assertThrows(InvalidYaml.class, () -> read("client", "conversations: {ask: [{say: a, hear: b}]}"));

        assertEquals(
                "over UDP only servers are judged by a protocol that is written down, and this is a client",
                reason(refused));
    }

    @Test
    void read_lockstepOverUdp_refused() {
        InvalidYaml refused = assertThrows(
                InvalidYaml.class, () -> read("server", "lockstep: true, conversations: {ask: [{say: a, hear: b}]}"));

        assertEquals("lockstep is for TCP: datagrams are never joined", reason(refused));
    }

    @Test
    void read_closedOverUdp_refused() {
        assertEquals(
                "closed is for TCP: nothing is connected over UDP, so nothing can end",
                refused("{say: a, hear: closed}"));
    }

    @Test
    void read_turnThatSaysNothing_refused() {
        assertEquals(
                "over UDP a turn says a datagram, and hears the one that answers it: a server has nobody to send to"
                        + " before it is asked",
                refused("{hear: b}"));
    }

    @Test
    void read_moreThanADatagramCarries_refused() throws IOException {
        assertEquals(
                "65508 bytes don't fit a datagram, which carries at most 65507 over IPv4",
                refused("{say: {repeat: a, times: 65508}, hear: b}"));
        assertEquals(
                "datagram",
                turn("{say: {repeat: a, times: 65507}, hear: b}").protocol().clauses());
    }

    /** Each datagram stands by itself: what another one said may have been lost. */
    @Test
    void read_keptOfAnotherTurn_refused() {
        assertEquals(
                "nothing is kept before this: keep it with {any: N, keep: id} or say {fresh: id, length: N}",
                refused("{say: {fresh: id}, hear: {kept: id}}, {say: b, hear: {kept: id}}"));
    }
}
