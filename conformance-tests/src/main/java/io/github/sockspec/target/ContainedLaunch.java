package io.github.sockspec.target;

import io.github.sockspec.engine.Execution;
import io.github.sockspec.spec.Role;
import io.github.sockspec.target.ContainedInstance.ContainedProgram;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** Starts one server in a container of its own. */
final class ContainedLaunch {
    static final String MARK = "SOCKSPEC_INSTANCE";

    /** Images whose programs were seen to start as root only. */
    private static final Set<String> ROOT_ONLY = ConcurrentHashMap.newKeySet();

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Implementation implementation;
    private final Start.Image start;
    private final Surroundings surroundings;

    ContainedLaunch(Implementation implementation, Start.Image start, Surroundings surroundings) {
        this.implementation = implementation;
        this.start = start;
        this.surroundings = surroundings;
    }

    Instance with(Allowance allowance) {
        Inmate inmate = new Inmate(start, Role.SERVER, Inmate.Rank.NOBODY);
        if (ROOT_ONLY.contains(start.image())) {
            return as(inmate.asRoot(), allowance);
        }
        try {
            return as(inmate, allowance);
        } catch (EndedTooEarly asNobody) {
            if (!asNobody.openRank) {
                throw asNobody.failure;
            }
            // An image that says nothing of a user may need root; if that helps, the report says so.
            Instance instance = retry(inmate.asRoot(), allowance, asNobody.failure);
            ROOT_ONLY.add(start.image());
            return instance;
        }
    }

    private Instance retry(Inmate asRoot, Allowance allowance, StartFailure first) {
        try {
            return as(asRoot, allowance);
        } catch (EndedTooEarly again) {
            throw first;
        }
    }

    private Instance as(Inmate inmate, Allowance allowance) {
        Cell cell = Cell.open(implementation, inmate, allowance, surroundings);
        try {
            ContainedProgram program = run(cell);
            return new ContainedInstance(this, cell, program, identity(cell, program));
        } catch (RuntimeException failed) {
            cell.close();
            throw failed;
        }
    }

    int port() {
        return start.port().orElseGet(() -> start.address().orElseThrow().getPort());
    }

    /** Starts the program, which listens when this returns. */
    ContainedProgram run(Cell cell) {
        long killedBefore = cell.controlGroup().killed();
        String mark = MARK + "="
                + HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
        Execution execution = cell.run(words(cell), Execution.Streams.OPEN_INPUT, mark);
        ContainedProgram program = new ContainedProgram(
                execution,
                new ProcessTree(execution.pid(), Optional.of(mark)),
                LastWords.of(execution.getInputStream()),
                killedBefore);
        awaitListening(cell, program);
        return program;
    }

    private List<String> words(Cell cell) {
        Map<String, String> values = Map.of(
                "{host}",
                cell.entered() ? cell.reach(port()).getAddress().getHostAddress() : "0.0.0.0",
                "{port}",
                String.valueOf(port()),
                "{accounts}",
                Supply.SHARED + "/accounts.txt");
        return start.command().stream()
                .map(word -> {
                    String filled = word;
                    for (Map.Entry<String, String> value : values.entrySet()) {
                        filled = filled.replace(value.getKey(), value.getValue());
                    }
                    return filled;
                })
                .toList();
    }

    /** As {@link #run}, of one that ran in the same cell before. */
    ContainedProgram again(Cell cell) {
        try {
            return run(cell);
        } catch (EndedTooEarly ended) {
            throw ended.failure;
        }
    }

    private void awaitListening(Cell cell, ContainedProgram program) {
        boolean datagrams = implementation.protocol().datagrams();
        ForeignSocketTable sockets = new ForeignSocketTable(cell.keeper());
        Deadline deadline = Deadline.in(surroundings.readiness());
        while (sockets.waiting(datagrams, port()).isEmpty()) {
            if (!program.alive()) {
                throw new EndedTooEarly(
                        failure(
                                program,
                                "ended with status " + program.execution().exitValue() + " before it listened on"),
                        cell.rankIsOpen());
            }
            if (deadline.passed()) {
                throw failure(program, "after " + surroundings.readiness().toMillis() + " ms does not listen on");
            }
            deadline.pause();
        }
        if (!cell.entered() && sockets.loopbackOnly(datagrams, port())) {
            throw new StartFailure(
                    implementation.name() + " listens on the loopback address of its container, which only"
                            + " root can reach from outside: run as root, or let it listen on all addresses");
        }
    }

    private StartFailure failure(ContainedProgram program, String how) {
        Deadline words = Deadline.in(LAST_WORDS);
        while (!program.alive() && !program.words().ended() && !words.passed()) {
            words.pause();
        }
        String line = program.words().lastLine();
        return new StartFailure(implementation.name() + ", in its container, " + how + " port " + port()
                + (implementation.protocol().datagrams() ? " (UDP)" : "")
                + (line.isEmpty() ? "; it wrote nothing" : "; its last words: " + line));
    }

    private Identity identity(Cell cell, ContainedProgram program) {
        Set<Long> inodes = new ForeignSocketTable(cell.keeper())
                .waiting(implementation.protocol().datagrams(), port());
        long holder = program.tree().holder(inodes).orElse(program.execution().pid());
        InetSocketAddress at = cell.reach(port());
        return new Identity(
                Optional.of(holder),
                Proc.executable(holder).orElse(String.join(" ", cell.image().words(start.command()))),
                Optional.of(cell.image().name() + " (" + cell.image().id() + ")"),
                Addresses.text(at),
                true,
                // Nobody else is in its network.
                true,
                cell.isolation());
    }

    /** It ended before it listened, perhaps because of whom it ran as. */
    private static final class EndedTooEarly extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final StartFailure failure;
        private final boolean openRank;

        EndedTooEarly(StartFailure failure, boolean openRank) {
            super(failure);
            this.failure = failure;
            this.openRank = openRank;
        }
    }
}
