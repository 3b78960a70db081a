package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Counterpart;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.ProgramRun.Fate;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.Role;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Start;
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

    private static Clientele clientele(Start.Console console, String... words) {
        Start.Command command =
                new Start.Command(List.of(words), Path.of("").toAbsolutePath(), Map.of(), Optional.empty(), console);
        return new Clientele(
                new Implementation(
                        "hostile",
                        Protocol.required("exec"),
                        Role.CLIENT,
                        command,
                        Dialect.reference(Protocol.required("exec")),
                        List.of(),
                        Accounts.FIXTURE,
                        Map.of()),
                1);
    }

    private static Encounter meet(Clientele clientele) {
        Counterpart counterpart = clientele.counterpart("marked");
        Delivery whole = Delivery.of(counterpart.shape().messages());
        Stage patient = clientele.stage(false);
        Stage stage = new Stage(patient.client(), patient.limits().patient(Duration.ofSeconds(2)));
        return stage.play(counterpart, whole, Optional.empty());
    }

    private static Encounter meet(String manner) {
        return meet(clientele(Start.Console.PIPE, "python3", "-c", PROGRAM, "{host}", "{port}", manner));
    }

    @Test
    void play_neverConnects_hangs() {
        Encounter encounter = meet("never-connects");
        assertEquals(Fate.HANGS, encounter.run().fate());
        assertFalse(encounter.seen().has(Fact.Connected.class));
    }

    @Test
    void play_neverReads_hangs() {
        assertEquals(Fate.HANGS, meet("never-reads").run().fate());
    }

    @Test
    void play_writesWithoutEnd_ended() {
        Encounter encounter = meet("writes");
        assertTrue(encounter.seen().received().length() < 128 << 20);
        assertTrue(
                encounter.run().fate() == Fate.HANGS
                        || encounter.run().fate() == Fate.SPINS
                        || encounter.run().fate() == Fate.EXITED,
                encounter.run().fate()::toString);
    }

    @Test
    void play_printsWithoutEnd_floods() {
        Encounter encounter = meet("prints");
        assertTrue(
                encounter.run().fate() == Fate.FLOODS || encounter.run().fate() == Fate.SPINS,
                encounter.run().fate()::toString);
        assertTrue(encounter.run().output().length() <= 24 << 20);
    }

    @Test
    void play_childHoldsThePipes_endedWithIt() {
        Encounter encounter = meet("leaves-a-child");
        assertEquals(1, encounter.run().status());
        assertEquals("gone", encounter.run().lastLine());
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
        Clientele clientele = clientele(Start.Console.TERMINAL, "python3", "-c", program, "{host}", "{port}");
        Encounter encounter = meet(clientele);
        assertTrue(encounter.run().output().toString().contains("True 7d1f3a-9be24c\\n"), encounter.run()::toString);
        assertEquals(0, encounter.run().status());
    }
}
