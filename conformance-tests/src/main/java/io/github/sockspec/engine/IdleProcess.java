package io.github.sockspec.engine;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a container does while no program runs in it: nothing, for as long as it is let, and it takes every orphan off the
 * kernel's hands. An image need not bring anything for that, not even a shell: the program is written here.
 */
final class IdleProcess {
    /** Where it lies in the container. */
    static final String PATH = "/sockspec/keeper";

    static final String BROOM = "/sockspec/broom";

    /** An ELF header and one loadable segment: 64-bit, little-endian, executable, for x86-64; the code starts at 0x78. */
    private static final String X86_64_HEADER = "7f454c4602010100 0000000000000000 0200 3e00 01000000 7800400000000000"
            + "4000000000000000 0000000000000000 00000000 4000 3800 0100 0000 0000 0000"
            + "01000000 05000000 0000000000000000 0000400000000000 0000400000000000"
            + "c000000000000000 c000000000000000 0010000000000000";

    /** {@code rt_sigaction(SIGCHLD, &SIG_IGN, NULL, 8)}: the kernel then keeps no zombie for it. Then {@code pause()} for ever. */
    private static final String X86_64_CODE = "b80d000000 bf11000000 488d3513000000 31d2 41ba08000000 0f05"
            + "b822000000 0f05 ebf7 0100000000000000 0000000000000000 0000000000000000 0000000000000000";

    /** {@code kill(-1, SIGKILL)}: everything but this and the keeper. Then {@code exit(0)}. */
    private static final String X86_64_BROOM = "b83e000000 48c7c7ffffffff be09000000 0f05 b83c000000 31ff 0f05";

    private static final int LENGTH = 0xc0;

    private IdleProcess() {}

    /** Whether there is one for the machines of this kind, as the engine names them. */
    static boolean runsOn(String architecture) {
        return architecture.equals("x86_64") || architecture.equals("amd64");
    }

    /** The program that keeps a container. */
    static byte[] keeper() {
        return program(X86_64_CODE);
    }

    /** The program that ends all others. */
    static byte[] broomProgram() {
        return program(X86_64_BROOM);
    }

    private static byte[] program(String code) {
        return Arrays.copyOf(HexFormat.of().parseHex((X86_64_HEADER + code).replace(" ", "")), LENGTH);
    }

    /** The command that ends every program in a container. */
    static List<String> broom(String architecture) {
        return runsOn(architecture) ? List.of(BROOM) : List.of("/bin/sh", "-c", "kill -9 -1");
    }

    /** The command that keeps a container, where the program itself can't: a shell that waits for input that never comes. */
    static List<String> command(String architecture) {
        return runsOn(architecture) ? List.of(PATH) : List.of("/bin/sh", "-c", "read -r _");
    }
}
