package io.github.sockspec.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.kernel.Unshare;
import io.github.sockspec.manifest.Messages;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Programs that fix an address this machine has not run unedited, in a network of their own. */
class NamespaceTest {
    private static final Unshare FORBIDDEN = new Unshare("no-such-unshare");

    private static Implementation fixed(String address) {
        return Programs.python(Protocol.required("exec"), Programs.LISTENS, Addresses.parse(address));
    }

    private static Implementation running() {
        return new Implementation(
                "running",
                Protocol.required("exec"),
                Role.SERVER,
                new Start.Address(Addresses.parse("127.0.0.1:8008").orElseThrow()),
                Dialect.reference(Protocol.required("exec")),
                List.of(),
                ScriptedConversations.in(Dialect.reference(Protocol.required("exec"))),
                Map.of());
    }

    @Test
    void rerun_hardCodedAddress_runsTheProgramUnedited() throws IOException, InterruptedException {
        Process outer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InnerRun.class.getName(),
                        "an argument")
                .redirectErrorStream(true)
                .start();
        String said = new String(outer.getInputStream().readAllBytes(), UTF_8);

        if (Unshare.HERE.prefix().isPresent()) {
            assertEquals(
                    "192.168.13.22:80 in network namespace, process group: true, its neighbour: false, an argument\n",
                    said);
            assertEquals(7, outer.waitFor());
        } else {
            assertTrue(said.contains("this system allows no private network namespace"), said);
        }
    }

    @Test
    void rerun_nothingFixed_isNotNeeded() {
        assertEquals(OptionalInt.empty(), Namespace.rerun(List.of(Programs.python(Programs.LISTENS), running())));
    }

    @Test
    void needed_foreignAddressWhereForbidden_saysSoAndWhatToDo() {
        StartFailure failure = assertThrows(
                StartFailure.class,
                () -> Namespace.needed(
                        List.of(fixed("192.168.13.22:8008")), Namespace.Company.SIDE_BY_SIDE, FORBIDDEN));

        assertTrue(
                Messages.of(failure)
                        .matches(
                                "probe fixes the address 192.168.13.22:8008, which can't be had here \\(.*\\), and this"
                                        + " system allows no private network namespace \\(no-such-unshare -n and"
                                        + " no-such-unshare -rn both fail\\): run in a container that does, or as root"),
                Messages.of(failure));
    }

    @Test
    void needed_localAddressWhereForbidden_goesOnWithout() {
        assertFalse(Namespace.needed(List.of(fixed("127.0.0.1:18008")), Namespace.Company.SIDE_BY_SIDE, FORBIDDEN));
    }

    @Test
    void needed_localHostWithAChosenPort_isNot() {
        Implementation program = Programs.python(
                Protocol.required("exec"), Programs.LISTENS, Addresses.parseOrChoose("127.0.0.1:{port}"));

        assertFalse(Namespace.needed(List.of(program), Namespace.Company.SIDE_BY_SIDE, Unshare.HERE));
    }

    @Test
    void needed_wildcardOfIpv6WhereForbidden_goesOnWithout() {
        assertFalse(Namespace.needed(List.of(fixed("[::]:18008")), Namespace.Company.SIDE_BY_SIDE, FORBIDDEN));
    }

    @Test
    void needed_foreignAddressPairedWithARunningServer_namesWhoCanJoinThem() {
        StartFailure failure = assertThrows(
                StartFailure.class,
                () -> Namespace.needed(
                        List.of(fixed("192.168.13.22:8008"), running()), Namespace.Company.PAIRED, Unshare.HERE));

        assertTrue(
                Messages.of(failure)
                        .endsWith("from which running can't be reached: run as root, which can join the two"),
                Messages.of(failure));
    }

    @Test
    void needed_foreignAddressBesideARunningServer_isRefused() {
        StartFailure failure = assertThrows(
                StartFailure.class,
                () -> Namespace.needed(
                        List.of(fixed("192.168.13.22:8008"), running()), Namespace.Company.SIDE_BY_SIDE, Unshare.HERE));

        assertTrue(
                Messages.of(failure)
                        .endsWith("so it runs in a private network namespace, from which running can't be reached:"
                                + " judge the two in separate runs"),
                Messages.of(failure));
    }

    @Test
    void needed_localAddressBesideARunningServer_goesOnWithout() {
        assertFalse(Namespace.needed(
                List.of(fixed("127.0.0.1:18008"), running()), Namespace.Company.SIDE_BY_SIDE, Unshare.HERE));
    }
}
