package io.github.sockspec.program;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.kernel.KernelSocketTable;
import io.github.sockspec.kernel.Proc;
import io.github.sockspec.kernel.SocketTable;
import io.github.sockspec.manifest.Messages;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Transport;
import io.github.sockspec.wire.Probe;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ending an instance with all that came of it, whatever that did to escape, and starting it again. */
class EndingTest {
    /** Prints the process's number, then stays. */
    private static final String CHILD = "print(os.getpid(), flush=True)\nimport time\ntime.sleep(60)\n";

    private static final String DAEMON = "if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        ";

    @AfterEach
    void nothingIsLeftBehind() {
        assertEquals(List.of(), Marked.processes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A child that ignores what it can.
                "import os, signal\nif os.fork() == 0:\n    signal.signal(15, 1); signal.signal(1, 1)\n    " + "CHILD",
                // A daemon: forked twice, in a session of its own, holding the output pipe.
                "import os\n" + DAEMON + "CHILD\n    os._exit(0)",
                // One that sheds its environment too, and keeps the pipe.
                "import os, sys\n" + DAEMON
                        + "os.execve(sys.executable, [sys.executable, '-c', '''import os\nCHILD'''], {})\n"
                        + "    os._exit(0)"
            })
    void close_descendants_areEnded(String template) {
        String script = template.replace("'''import os\nCHILD'''", "'''import os\n" + CHILD + "'''")
                .replace("CHILD", CHILD.replace("\n", ";").replace(";import", "; import"));
        long child;
        try (Instance instance = Instances.start(Programs.python(script + "\n" + Programs.LISTENS + Programs.STAYS))) {
            await().until(() -> instance.lastWords().strip().matches("\\d+"));
            child = Long.parseLong(instance.lastWords().strip());
            assertTrue(Proc.snapshot(child).isPresent());
        }
        // A killed process takes a moment to be gone after it has let go of all it held.
        await().atMost(Duration.ofSeconds(1)).until(() -> Proc.snapshot(child)
                .filter(process -> !process.zombie())
                .isEmpty());
    }

    @Test
    void close_launcherThatHandsOver_endsTheServerItLeft() {
        String script = "import os\nif os.fork(): os._exit(0)\nos.setsid()\n" + Programs.LISTENS + Programs.STAYS;

        InetSocketAddress address;
        try (Instance instance = Instances.start(Programs.python(script))) {
            address = instance.address();
            assertTrue(instance.alive());
            assertTrue(instance.identity().ownsSocket());
        }
        assertFalse(Probe.accepts(address));
    }

    @Test
    void alive_programThatDied_isFalseAndItCanBeStartedAgain() throws IOException {
        Implementation program = Programs.python(Programs.LISTENS + "s.accept()\nprint('enough')\n");

        try (Instance instance = Instances.start(program)) {
            new Socket(instance.address().getAddress(), instance.address().getPort()).close();
            await().until(() -> !instance.alive());
            assertEquals("enough", instance.lastWords().strip());
        }
        try (Instance again = Instances.start(program)) {
            assertTrue(again.alive());
        }
    }

    @Test
    void start_input_isOpenAndNothingComesOfIt() {
        String script = Programs.LISTENS + "import select\n"
                + "print('empty' if select.select([sys.stdin], [], [], 0.3)[0] else 'open')\n" + Programs.STAYS;

        try (Instance instance = Instances.start(Programs.python(script))) {
            await().until(() -> !instance.lastWords().isBlank());
            assertEquals("open", instance.lastWords().strip());
        }
    }

    @Test
    void close_programWithAnOpenInput_leavesNoDescriptor() {
        Implementation program = Programs.python(Programs.LISTENS + "sys.stdin.read()\n" + Programs.STAYS);
        Instances.start(program).close();
        int before = descriptors();

        for (int time = 0; time < 3; time++) {
            Instances.start(program).close();
        }

        // A thread that reads a program's output lets go of it a moment after the program has ended.
        await().untilAsserted(() -> assertTrue(descriptors() <= before, descriptors() + ", before " + before));
    }

    private static int descriptors() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }

    @Test
    void start_againOnThePort_takesItAsItWasLeft() throws IOException {
        Implementation program = Programs.python(Programs.LISTENS + "c, _ = s.accept(); c.close()\n" + Programs.STAYS);
        int port = leaveTimeWait(program, CoreAssignment.ANYWHERE);

        StartFailure failure =
                assertThrows(StartFailure.class, () -> Instances.start(program, CoreAssignment.ANYWHERE.again(port)));

        assertTrue(Messages.of(failure).contains("Address already in use"), Messages.of(failure));
    }

    @Test
    void start_fixedPort_isNotHeldUpByConnectionsOfAnEarlierInstance() throws IOException {
        int port = Ports.reserve(Transport.TCP, InetAddress.getLoopbackAddress(), new UnseenSocketTable());
        Implementation program = Programs.python(
                Protocol.required("exec"),
                Programs.LISTENS + "c, _ = s.accept(); c.close()\n" + Programs.STAYS,
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
        leaveTimeWait(program, CoreAssignment.ANYWHERE);
        HostEnvironment hurried = new HostEnvironment(KernelSocketTable::new, Duration.ofSeconds(10), Duration.ZERO);

        if (mayForget(port)) {
            try (Instance again = Instances.start(program, CoreAssignment.ANYWHERE, hurried)) {
                assertEquals(port, again.address().getPort());
            }
        } else {
            StartFailure failure =
                    assertThrows(StartFailure.class, () -> Instances.start(program, CoreAssignment.ANYWHERE, hurried));
            assertTrue(Messages.of(failure).endsWith("; connections of an earlier program linger there"));
        }
        Ports.giveBack(port);
    }

    private static boolean mayForget(int port) {
        try (SocketTable table = new KernelSocketTable()) {
            return table.forget(port);
        }
    }

    /** Has the server close a connection first, which leaves its end in TIME_WAIT, and ends it. */
    private static int leaveTimeWait(Implementation program, CoreAssignment placement) throws IOException {
        try (Instance first = Instances.start(program, placement);
                Socket client =
                        new Socket(first.address().getAddress(), first.address().getPort())) {
            assertEquals(-1, client.getInputStream().read());
            assertEquals(OptionalInt.empty(), placement.port());
            return first.address().getPort();
        }
    }
}
