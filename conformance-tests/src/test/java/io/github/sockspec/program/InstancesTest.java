package io.github.sockspec.program;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.kernel.NumericAddress;
import io.github.sockspec.manifest.Messages;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.wire.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Starting a server: what is made sure before and after, and what is said when it can't be had. */
class InstancesTest {
    private static final HostEnvironment SOON = HostEnvironment.HERE.patient(Duration.ofMillis(1500));

    private final Path directory;

    InstancesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertEquals(List.of(), Marked.processes());
    }

    @Test
    void start_command_listensOnAChosenPortAsTheProcessStarted() {
        try (Instance instance = Instances.start(Programs.python(Programs.LISTENS + Programs.STAYS))) {
            assertTrue(Probe.accepts(instance.address()));
            assertTrue(instance.alive());
            assertTrue(instance.identity().portWasFree() && instance.identity().ownsSocket());
            assertTrue(
                    instance.identity().executable().contains("python3"),
                    instance.identity().executable());
            assertEquals("process group", instance.identity().isolation());
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.sockspec.protocol.Protocol#all")
    void start_reference_runsInThisProcess(Protocol protocol) {
        try (Instance instance = Instances.start(Implementation.reference(protocol, Role.SERVER))) {
            assertEquals("in this process", instance.identity().executable());
            assertTrue(
                    Probe.unbindable(protocol.transport(), instance.address()).isPresent());
            assertEquals(
                    protocol.equals(Protocol.required("login")),
                    instance.accounts().isPresent());
            assertEquals(Optional.empty(), instance.resources());
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.sockspec.protocol.Protocol#all")
    void start_launchedReference_runsInAProcessOfItsOwn(Protocol protocol) {
        try (Instance instance = Instances.start(Implementation.launchedReference(protocol))) {
            assertTrue(instance.identity().executable().endsWith("java"));
            assertEquals(1, instance.resources().orElseThrow().processes());
        }
    }

    @Test
    void start_programThatEndsAtOnce_isAFailureWithStatusAndLastWords() {
        Implementation program = Programs.python("import sys; print('no such luck', file=sys.stderr); sys.exit(3)");

        StartFailure failure = assertThrows(StartFailure.class, () -> Instances.start(program));

        assertTrue(
                Messages.of(failure)
                        .matches("probe ended with status 3 before it listened on 127.0.0.1:\\d+; its last words:"
                                + " no such luck"),
                Messages.of(failure));
    }

    @Test
    void start_programThatNeverListens_isAFailureAfterTheLimit() {
        Implementation program = Programs.python("import time; print('thinking'); time.sleep(60)");

        StartFailure failure =
                assertThrows(StartFailure.class, () -> Instances.start(program, CoreAssignment.ANYWHERE, SOON));

        assertTrue(
                Messages.of(failure)
                        .matches("probe does not listen on 127.0.0.1:\\d+ after 1500 ms; its last words: thinking"),
                Messages.of(failure));
    }

    @Test
    void start_missingProgram_isAFailureThatNamesIt() {
        Implementation program = Programs.command(
                Protocol.required("exec"), List.of("no-such-program", "{port}"), Map.of(), Optional.empty());

        StartFailure failure = assertThrows(StartFailure.class, () -> Instances.start(program));

        assertEquals(
                "probe could not be started: there is no program no-such-program in the search path; install what it is"
                        + " written in, or mend start.command",
                Messages.of(failure));
    }

    @Test
    void start_hostInIpv6_listensThereOnAChosenPort() {
        String listens = Programs.LISTENS.replace("socket.socket()", "socket.socket(socket.AF_INET6)");
        Optional<InetSocketAddress> host = Addresses.parseOrChoose("[::1]:{port}");
        Implementation program = Programs.python(Protocol.required("exec"), listens + Programs.STAYS, host);

        try (Instance one = Instances.start(program);
                Instance other = Instances.start(program)) {
            assertEquals("::1", NumericAddress.host(one.address().getAddress()));
            assertTrue(Probe.accepts(one.address()) && Probe.accepts(other.address()), "both on ports of their own");
            assertEquals("[::1]:" + one.address().getPort(), one.identity().address());
        }
    }

    @Test
    void start_clientWhoseProgramIsMissing_isAFailureThatNamesIt() {
        Implementation program = Programs.command(
                Protocol.required("exec"), List.of("no-such-program", "{port}"), Map.of(), Optional.empty());
        Client client = Clients.launched(program, (Start.Command) program.start());

        StartFailure failure = assertThrows(StartFailure.class, () -> client.start(ClientTask.on(Path.of("any"))));

        assertTrue(Messages.of(failure).contains("there is no program no-such-program"), Messages.of(failure));
    }

    @Test
    void start_fixedPortInUse_isAFailureThatNamesTheHolder() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) taken.getLocalSocketAddress();
            Implementation program =
                    Programs.python(Protocol.required("exec"), Programs.LISTENS + Programs.STAYS, Optional.of(address));

            StartFailure failure = assertThrows(StartFailure.class, () -> Instances.start(program));

            assertTrue(
                    Messages.of(failure)
                            .startsWith("port " + address.getPort() + " is in use before the start, by pid "
                                    + ProcessHandle.current().pid() + " (/"),
                    Messages.of(failure));
        }
    }

    @Test
    void start_leftoverThatListensInstead_isAFailureThatNamesIt() {
        // The program listens through a process that shares nothing with it: no descent, session, or environment.
        String hides = "import os, sys\n"
                + "if os.fork() == 0:\n"
                + "    os.setsid()\n"
                + "    if os.fork() == 0:\n"
                + "        null = os.open('/dev/null', os.O_RDWR)\n"
                + "        os.dup2(null, 1); os.dup2(null, 2)\n"
                + "        os.execve('/usr/bin/env', ['env', '-i', sys.executable, '-c', '''" + Programs.LISTENS
                + "s.settimeout(5)\ntry: s.accept()\nexcept OSError: pass\n''', *sys.argv[1:]], {})\n"
                + "    os._exit(0)\n"
                + "os.wait()\nimport time\ntime.sleep(60)\n";

        StartFailure failure = assertThrows(StartFailure.class, () -> Instances.start(Programs.python(hides)));

        assertTrue(
                Messages.of(failure)
                        .matches("port \\d+ is held by pid \\d+ \\(.*\\), which was not started by sockspec"),
                Messages.of(failure));
    }

    @Test
    void start_files_putsFixturesIntoAScratchCopy() throws IOException {
        Files.writeString(
                directory.resolve("server.py"),
                Programs.LISTENS + "print(open('account').readline())\n" + Programs.STAYS);
        Implementation program = Programs.command(
                Protocol.required("login"),
                List.of("python3", "-u", "server.py", "{host}", "{port}"),
                directory,
                Map.of("account", "accounts"),
                Optional.empty());

        Path copy;
        try (Instance instance = Instances.start(program)) {
            copy = instance.accounts().orElseThrow();
            await().until(() -> instance.lastWords().contains("chen:123"));
            assertTrue(Files.exists(copy.resolveSibling("server.py")));
            assertFalse(Files.exists(directory.resolve("account")));
        }
        assertFalse(Files.exists(copy));
    }

    @Test
    void start_accountsPlaceholder_namesThePrivateCopy() {
        Implementation program = Programs.command(
                Protocol.required("login"),
                List.of(
                        "python3",
                        "-u",
                        "-c",
                        Programs.LISTENS + "print(sys.argv[3])\n" + Programs.STAYS,
                        "{host}",
                        "{port}",
                        "{accounts}"),
                Map.of(),
                Optional.empty());

        try (Instance instance = Instances.start(program)) {
            String path = instance.accounts().orElseThrow().toString();
            await().until(() -> instance.lastWords().strip().equals(path));
        }
    }

    @Test
    void start_withoutSocketTables_findsReadinessByConnecting() {
        HostEnvironment unseen = new HostEnvironment(UnseenSocketTable::new, Duration.ofSeconds(10), Duration.ZERO);
        Implementation program = Programs.python(Programs.LISTENS + Programs.STAYS);

        try (Instance instance = Instances.start(program, CoreAssignment.ANYWHERE, unseen)) {
            assertFalse(instance.identity().ownsSocket());
            assertEquals(
                    "none: this system does not tell who listens, readiness was found out by connecting",
                    instance.identity().isolation());
            assertEquals(Optional.empty(), instance.resources());
        }
    }

    @Test
    void start_onACore_keepsTheProgramThere() {
        Implementation program = Programs.python(
                Programs.LISTENS + "import os\nprint(sorted(os.sched_getaffinity(0)))\n" + Programs.STAYS);

        try (Instance instance = Instances.start(program, CoreAssignment.onCore(0))) {
            await().until(() -> instance.lastWords().strip().equals("[0]"));
        }
    }

    @Test
    void start_client_isRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Instances.start(Implementation.reference(Protocol.required("exec"), Role.CLIENT)));
    }
}
