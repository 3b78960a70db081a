package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.ProgramRun.Fate;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Start;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a client does, a run of it ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HostileClientsTest {
    private static final String PROGRAM = """
            import socket, subprocess, sys, time
            host, port, manner = sys.argv[1], int(sys.argv[2]), sys.argv[3]
            if manner == "never-connects":
                time.sleep(3600)
            client = socket.create_connection((host, port))
            client.sendall(input().encode("utf-8") + b"\\n")
            if manner == "never-reads":
                time.sleep(3600)
            while manner == "writes":
                client.sendall(bytes(65536))
            while manner == "prints":
                print("x" * 65536)
            if manner == "leaves-a-child":
                subprocess.Popen(["sleep", "3600"])
                sys.exit("gone")
            """;

    private static ClientUnderTest clientUnderTest(Start.Console console, String... words) {
        Start.Command command =
                new Start.Command(List.of(words), Path.of("").toAbsolutePath(), Map.of(), Optional.empty(), console);
        return new ClientUnderTest(
                new Implementation(
                        "hostile",
                        Protocol.required("exec"),
                        Role.CLIENT,
                        command,
                        Dialect.reference(Protocol.required("exec")),
                        List.of(),
                        ScriptedConversations.in(Dialect.reference(Protocol.required("exec"))),
                        Map.of()),
                1);
    }

    private static ObservedRun meet(ClientUnderTest clientUnderTest) {
        ServerPart serverPart = clientUnderTest.serverPart("marked");
        Delivery whole = Delivery.of(serverPart.shape().messages());
        ClientRunner patient = clientUnderTest.clientRunner(ProcessSharing.ANY);
        ClientRunner clientRunner =
                new ClientRunner(patient.client(), patient.limits().patient(Duration.ofSeconds(2)));
        return clientRunner.play(serverPart, whole, Optional.empty());
    }

    private static ObservedRun meet(String manner) {
        return meet(clientUnderTest(Start.Console.PIPE, "python3", "-c", PROGRAM, "{host}", "{port}", manner));
    }

    @Test
    void play_neverConnects_hangs() {
        ObservedRun observedRun = meet("never-connects");
        assertEquals(Fate.HANGS, observedRun.run().fate());
        assertFalse(observedRun.seen().has(Fact.Connected.class));
    }

    @Test
    void play_neverReads_hangs() {
        assertEquals(Fate.HANGS, meet("never-reads").run().fate());
    }

    @Test
    void play_writesWithoutEnd_ended() {
        ObservedRun observedRun = meet("writes");
        assertTrue(observedRun.seen().received().length() < 128 << 20);
        assertTrue(
                observedRun.run().fate() == Fate.HANGS
                        || observedRun.run().fate() == Fate.SPINS
                        || observedRun.run().fate() == Fate.EXITED,
                observedRun.run().fate()::toString);
    }

    @Test
    void play_printsWithoutEnd_floods() {
        ObservedRun observedRun = meet("prints");
        assertTrue(
                observedRun.run().fate() == Fate.FLOODS || observedRun.run().fate() == Fate.SPINS,
                observedRun.run().fate()::toString);
        assertTrue(observedRun.run().output().length() <= 24 << 20);
    }

    @Test
    void play_childHoldsThePipes_endedWithIt() {
        ObservedRun observedRun = meet("leaves-a-child");
        assertEquals(1, observedRun.run().status());
        assertEquals("gone", observedRun.run().lastLine());
    }

    @Test
    void play_readsFromATerminal_typedWhenItAsks() {
        String program = """
                import getpass, socket, sys
                client = socket.create_connection((sys.argv[1], int(sys.argv[2])))
                client.sendall(getpass.getpass("command: ").encode() + b"\\n")
                header = b""
                while len(header) < 4:
                    header += client.recv(4 - len(header))
                body = b""
                while len(body) < header[0]:
                    body += client.recv(header[0] - len(body))
                print(sys.stdin.isatty(), body.decode(), end="")
                """;
        ClientUnderTest clientUnderTest =
                clientUnderTest(Start.Console.TERMINAL, "python3", "-c", program, "{host}", "{port}");
        ObservedRun observedRun = meet(clientUnderTest);
        assertTrue(
                observedRun.run().output().toString().contains("True 7d1f3a-9be24c\\n"), observedRun.run()::toString);
        assertEquals(0, observedRun.run().status());
    }
}
