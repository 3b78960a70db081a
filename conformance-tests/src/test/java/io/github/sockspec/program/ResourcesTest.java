package io.github.sockspec.program;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.kernel.AwakeThreads;
import io.github.sockspec.kernel.ProcessSnapshot;
import io.github.sockspec.kernel.Resources;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a program leaks on every connection is seen. */
class ResourcesTest {
    private static final String IMPORTS = "import os, threading\nkept = []\n";

    @AfterEach
    void nothingIsLeftBehind() {
        assertEquals(List.of(), Marked.processes());
    }

    private static Implementation leaking(String leak) {
        return Programs.python(
                IMPORTS + Programs.LISTENS + "while True:\n    c, _ = s.accept()\n    " + leak + "\n    c.close()\n");
    }

    private static void assertGrows(String leak, ToLongFunction<Resources> amount, long least) throws IOException {
        try (Instance instance = Instances.start(leaking(leak))) {
            long before = amount.applyAsLong(instance.resources().orElseThrow());
            for (int connection = 0; connection < 5; connection++) {
                try (Socket client = new Socket(
                        instance.address().getAddress(), instance.address().getPort())) {
                    assertEquals(-1, client.getInputStream().read());
                }
            }
            await().until(() -> amount.applyAsLong(instance.resources().orElseThrow()) - before >= least);
        }
    }

    @Test
    void resources_leakedDescriptors_areCounted() throws IOException {
        assertGrows("kept.append(os.open('/dev/null', 0))", Resources::descriptors, 5);
    }

    @Test
    void resources_leakedThreads_areCounted() throws IOException {
        assertGrows("threading.Thread(target=threading.Event().wait, daemon=True).start()", Resources::threads, 5);
    }

    @Test
    void resources_leakedProcesses_areCounted() throws IOException {
        assertGrows("os.fork() or (c.close(), s.close(), time.sleep(60))", Resources::processes, 5);
    }

    @Test
    void resources_zombies_areCounted() throws IOException {
        assertGrows("os.fork() or os._exit(0)", Resources::zombies, 5);
    }

    @Test
    void resources_memory_isCounted() throws IOException {
        assertGrows("kept.append(b'x' * (4 << 20))", Resources::residentBytes, 20 << 20);
    }

    @Test
    void resources_spin_isSeenAsCpuTimeAndARunningProcess() {
        try (Instance instance = Instances.start(Programs.python(Programs.LISTENS + "while True: pass\n"))) {
            Duration before = instance.resources().orElseThrow().cpu();
            await().until(() ->
                    instance.resources().orElseThrow().cpu().minus(before).toMillis() >= 200);
            assertTrue(instance.processes().stream().anyMatch(process -> !process.waits()));
        }
    }

    @Test
    void awake_spinOnACrowdedCore_hasNotSleptHoweverLittleItIsGiven() throws IOException {
        CoreAssignment crowded = new CoreAssignment(OptionalInt.of(0), OptionalInt.empty());
        String spins = Programs.LISTENS + "import os\nos.nice(19)\nwhile True: pass\n";
        Process crowd = new ProcessBuilder("taskset", "-c", "0", "python3", "-c", "while True: pass").start();
        try (Instance instance = Instances.start(Programs.python(spins), crowded)) {
            await().until(() -> !instance.awake().slept().isEmpty());
            AwakeThreads before = instance.awake();
            await().pollDelay(Duration.ofMillis(300)).until(() -> true);
            assertTrue(instance.awake().allTheTimeSince(before));
        } finally {
            crowd.destroyForcibly();
        }
    }

    @Test
    void awake_programThatWorksAndSleepsInTurn_hasSlept() {
        String works = "while True:\n    sum(range(20_000))\n    time.sleep(0.001)\n";
        try (Instance instance = Instances.start(Programs.python(Programs.LISTENS + works))) {
            await().until(() -> !instance.awake().slept().isEmpty());
            AwakeThreads before = instance.awake();
            await().until(() -> !instance.awake().allTheTimeSince(before));
        }
    }

    @Test
    void resources_commandsThatEnded_countAsCpuTimeOfTheirParent() {
        String work = "import subprocess\nsubprocess.run([sys.executable, '-c', 'sum(range(10**7))'])\n";

        try (Instance instance = Instances.start(Programs.python(Programs.LISTENS + work + Programs.STAYS))) {
            await().until(() -> instance.resources().orElseThrow().cpu().toMillis() >= 150);
        }
    }

    @Test
    void resources_idleProgram_usesNoCpuTimeAndWaits() {
        try (Instance instance = Instances.start(Programs.python(Programs.LISTENS + Programs.STAYS))) {
            await().until(() -> instance.processes().stream().allMatch(ProcessSnapshot::waits));
            Duration before = instance.resources().orElseThrow().cpu();
            await().pollDelay(Duration.ofMillis(200)).until(() -> true);
            assertEquals(before, instance.resources().orElseThrow().cpu());
        }
    }

    @Test
    void lastWords_flood_isBoundedAndHoldsUpNobody() {
        String flood = "for i in range(200000): print('line', i)\nprint('done')\n";

        try (Instance instance = Instances.start(Programs.python(Programs.LISTENS + flood + Programs.STAYS))) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> instance.lastWords().endsWith("done\n"));
            assertEquals(RecentOutput.LIMIT, instance.lastWords().length());
        }
    }
}
