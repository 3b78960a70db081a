package io.github.sockspec.report.script;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Start;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** How a client is launched, in Python: as its manifest has it, where that tells. */
record Launching(Implementation program, Optional<Bytes> file) {
    List<String> constants() {
        Optional<Start.Command> start = program.start().launched();
        Optional<InetSocketAddress> address = start.flatMap(Start.Command::address);
        boolean terminal =
                start.filter(each -> each.console() == Start.Console.TERMINAL).isPresent();
        return List.of(
                "# How long anything is waited for, and what is waited at a cut where nobody can be asked, in seconds.",
                "PATIENCE, GAP = 5.0, 0.05",
                "# The program, where it runs, where it expects its server (port 0: wherever it is told), and its input file.",
                "COMMAND = " + Literal.list(start.map(Start.Command::command).orElse(List.of()), Literal::of),
                "DIRECTORY = "
                        + Literal.of(start.map(each -> each.directory()
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString())
                                .orElse("")),
                "ADDRESS = "
                        + Literal.tuple(
                                Literal.of(address.map(each -> each.getAddress().getHostAddress())
                                        .orElse("127.0.0.1")),
                                String.valueOf(
                                        address.map(InetSocketAddress::getPort).orElse(0))),
                "TERMINAL = " + (terminal ? Literal.TRUE : Literal.FALSE),
                "FILE = " + Literal.of(file.orElse(Bytes.EMPTY)));
    }

    /** How the script is called. */
    static List<String> usage() {
        return List.of(
                "    python3 THIS                          # launches the program as its manifest has it",
                "    python3 THIS HOST PORT                # the same, in the place of a server at that address; port 0: any",
                "    python3 THIS HOST PORT COMMAND WORD…  # another program; {host} {port} {file} {out} are filled in",
                "    python3 THIS HOST PORT -              # waits for a client that somebody else launches",
                "");
    }
}
