package io.github.sockspec.kernel;

import io.github.sockspec.patience.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A process and all that came of it: its descendants, its session, and whoever inherited its mark, which a process keeps
 * that forks twice and takes a session of its own. Safe for use by several threads.
 */
public final class ProcessTree {
    private final long root;
    private final long rootStarted;
    private final Optional<String> mark;

    /** Processes known not to carry the mark, which none can gain later: number and start. */
    private final Map<Long, Long> strangers = new HashMap<>();

    /**
     * @param mark the assignment in the environment that only this tree has; empty for a tree that was not started here,
     *     of which only descendants are known
     */
    public ProcessTree(long root, Optional<String> mark) {
        this.root = root;
        this.rootStarted = Proc.snapshot(root).map(ProcessSnapshot::started).orElse(-1L);
        this.mark = mark;
    }

    /** Its processes now, zombies among them. */
    public List<ProcessSnapshot> members() {
        List<ProcessSnapshot> all = Proc.all();
        boolean rootIsThere = all.stream().anyMatch(this::isRoot);
        Map<Long, ProcessSnapshot> members = new HashMap<>();
        for (ProcessSnapshot process : all) {
            boolean ofSession = mark.isPresent() && rootIsThere && process.session() == root;
            if (isRoot(process) || ofSession || isMarked(process)) {
                members.put(process.pid(), process);
            }
        }
        addDescendants(all, members);
        return List.copyOf(members.values());
    }

    private static void addDescendants(List<ProcessSnapshot> all, Map<Long, ProcessSnapshot> members) {
        int before;
        do {
            before = members.size();
            for (ProcessSnapshot process : all) {
                if (members.containsKey(process.parent())) {
                    members.put(process.pid(), process);
                }
            }
        } while (members.size() > before);
    }

    private boolean isRoot(ProcessSnapshot process) {
        return process.pid() == root && process.started() == rootStarted;
    }

    /**
     * Whether its first process has ended, as the kernel sees it: whoever started it may not have heard of that yet. False where
     * it was never seen.
     */
    public boolean rootEnded() {
        return rootStarted >= 0
                && Proc.snapshot(root)
                        .filter(now -> isRoot(now) && !now.zombie())
                        .isEmpty();
    }

    private synchronized boolean isMarked(ProcessSnapshot process) {
        if (mark.isEmpty() || Long.valueOf(process.started()).equals(strangers.get(process.pid()))) {
            return false;
        }
        boolean marked = Proc.hasVariable(process.pid(), mark.get());
        if (!marked && !process.zombie()) {
            strangers.put(process.pid(), process.started());
        }
        return marked;
    }

    /** The process of the tree that holds one of these sockets. */
    public Optional<Long> holder(Set<Long> inodes) {
        return members().stream()
                .map(ProcessSnapshot::pid)
                .filter(pid -> Proc.holds(pid, inodes))
                .min(Long::compare);
    }

    public Resources resources() {
        List<ProcessSnapshot> living = new ArrayList<>();
        int zombies = 0;
        Duration cpu = Duration.ZERO;
        for (ProcessSnapshot process : members()) {
            if (process.zombie()) {
                zombies++;
            } else {
                living.add(process);
            }
            cpu = cpu.plus(process.cpu());
        }
        return new Resources(
                living.stream()
                        .mapToInt(process -> Proc.descriptorCount(process.pid()))
                        .sum(),
                living.stream().mapToInt(ProcessSnapshot::threads).sum(),
                living.size(),
                zombies,
                living.stream()
                        .mapToLong(process -> Proc.residentBytes(process.pid()))
                        .sum(),
                cpu);
    }

    /** Kills every process of the tree, and those they start meanwhile; false when some are left at the deadline. */
    public boolean end(Deadline deadline) {
        if (rootStarted < 0) {
            // Where /proc is missing, these are all that are known.
            ProcessHandle.of(root).ifPresent(first -> first.descendants().forEach(ProcessHandle::destroyForcibly));
            kill(root);
        }
        Set<Long> left = killMembers();
        while (!left.isEmpty() && !deadline.passed()) {
            deadline.pause();
            left = killMembers();
        }
        return left.isEmpty();
    }

    private Set<Long> killMembers() {
        Set<Long> killed = new HashSet<>();
        for (ProcessSnapshot process : members()) {
            if (!process.zombie()) {
                killed.add(process.pid());
                kill(process.pid());
            }
        }
        return killed;
    }

    public static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
}
