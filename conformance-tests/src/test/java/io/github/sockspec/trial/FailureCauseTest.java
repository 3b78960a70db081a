package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.kernel.CpuCore;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.ControlConversation;
import io.github.sockspec.program.CoreAssignment;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Instances;
import io.github.sockspec.program.Start;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.CpuLoad;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A slow program on a quick machine fails; on a slow machine nobody is blamed. */
@Timeout(120)
class FailureCauseTest {
    /** Answers four plain conversations, which is what is measured, and is silent from the fifth on. */
    private static final String FALLS_SILENT = """
            import socket, sys, threading
            listener = socket.create_server((sys.argv[1], int(sys.argv[2])))
            seen = 0
            while True:
                connection, _ = listener.accept()
                seen += 1
                line = connection.makefile("rb").readline()
                if seen <= 4:
                    connection.sendall(b"success")
                    connection.close()
                else:
                    threading.Thread(target=connection.recv, args=(1,), daemon=True).start()
                    kept = connection
            """;

    private static final String RIGHT = """
            import socket, sys
            listener = socket.create_server((sys.argv[1], int(sys.argv[2])))
            while True:
                connection, _ = listener.accept()
                line = connection.makefile("rb").readline()
                connection.sendall(b"success")
                connection.close()
            """;

    private final AtomicReference<ReferenceControl> control = new AtomicReference<>();

    @AfterEach
    void anywhere() {
        CpuCore.ANYWHERE.take();
    }

    private static Implementation login(String name, String script) {
        return new Implementation(
                name,
                Protocol.required("login"),
                Role.SERVER,
                new Start.Command(
                        List.of("python3", "-u", "-c", script, "{host}", "{port}"),
                        Path.of("").toAbsolutePath(),
                        Map.of(),
                        Optional.empty()),
                Dialect.reference(Protocol.required("login")),
                List.of(),
                ScriptedConversations.in(Dialect.reference(Protocol.required("login"))),
                Map.of());
    }

    private ServerUnderTest underTest(Implementation implementation, Implementation reference) {
        return FirstConversations.of(
                new ServerUnderTest(
                        implementation,
                        port -> Instances.start(implementation, new CoreAssignment(OptionalInt.empty(), port)),
                        CpuCore.next(),
                        () -> {
                            control.set(new ReferenceControl(reference));
                            return control.get();
                        }),
                new AnswerLearning(implementation.conversations()));
    }

    private static Finding plain(ServerUnderTest underTest) {
        Conversation plain = underTest.conversation("plain", Map.of());
        Delivery whole = Delivery.of(plain.shape().messages());
        Observation seen = underTest.carry(plain, whole);
        assertTrue(seen.has(Fact.Quiet.class), () -> "it was silent: " + seen.facts());
        return ConversationJudge.judge(plain, whole, seen);
    }

    @Test
    void control_silentProgram_isBlamed() {
        try (ServerUnderTest underTest = underTest(login("falls-silent", FALLS_SILENT), reference())) {
            assertTrue(underTest.answersPlainly());
            Finding.Broken broken = assertInstanceOf(Finding.Broken.class, plain(underTest));
            assertTrue(broken.reason().contains("nothing more came"), broken::reason);
        }
    }

    /** Sessions of their own, so that a kernel that shares the cores among sessions gives each of them a share. */
    @Test
    void control_rightProgramBesideManyHogs_isNeverBlamed() throws IOException {
        List<Process> hogs = new ArrayList<>();
        try (ServerUnderTest underTest = underTest(login("right", RIGHT), reference())) {
            for (int hog = 0; hog < 16; hog++) {
                hogs.add(new ProcessBuilder("setsid", "sh", "-c", "while :; do :; done").start());
            }
            for (int time = 0; time < 20; time++) {
                Finding finding = underTest.control();
                assertFalse(finding instanceof Finding.Broken, finding::toString);
            }
        } finally {
            hogs.forEach(Process::destroyForcibly);
        }
    }

    /** Busy threads of the harness itself: no program is starved by them, and silence stays silence. */
    @Test
    void control_silentProgramWhileTheHarnessIsBusy_isBlamedOrNobody() {
        try (ServerUnderTest underTest = underTest(login("falls-silent", FALLS_SILENT), reference());
                CpuLoad load = CpuLoad.perCore(2)) {
            assertTrue(load.size() > 1);
            Finding finding = plain(underTest);
            String reason =
                    finding instanceof Finding.Broken broken ? broken.reason() : ((Finding.Undecided) finding).reason();
            assertTrue(reason.contains("nothing more came for"), reason);
        }
    }

    /** The control is stopped by a signal in the middle of the wait, as a machine that is too slow would have it. */
    @Test
    void control_controlIsStoppedToo_nobodyIsBlamed() throws IOException {
        try (ServerUnderTest underTest = underTest(
                login("falls-silent", FALLS_SILENT), Implementation.launchedReference(Protocol.required("login")))) {
            assertTrue(underTest.answersPlainly());
            long pid = control.get().identity().pid().orElseThrow();
            signal(pid, "STOP");
            try {
                Finding.Undecided undecided = assertInstanceOf(Finding.Undecided.class, plain(underTest));
                assertTrue(undecided.reason().startsWith("this machine was too slow: "), undecided::reason);
            } finally {
                signal(pid, "CONT");
            }
        }
    }

    @Test
    void beside_programSlowerThanItsControl_isGivenSoMuchMore() {
        try (ReferenceControl measured = new ReferenceControl(reference())) {
            ControlConversation quick = measured.beside(Optional.of(Duration.ofNanos(1)));
            ControlConversation slow = measured.beside(Optional.of(Duration.ofMinutes(1)));

            assertEquals(1, quick.slower());
            assertEquals(10, slow.slower());
            assertTrue(slow.conversation().get().toNanos() > 0);
        }
    }

    private static Implementation reference() {
        return Implementation.reference(Protocol.required("login"), Role.SERVER);
    }

    private static void signal(long pid, String name) throws IOException {
        assertEquals(0, waitFor(new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start()));
    }

    private static int waitFor(Process process) {
        return process.onExit().join().exitValue();
    }
}
