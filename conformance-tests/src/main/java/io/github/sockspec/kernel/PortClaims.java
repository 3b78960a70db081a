package io.github.sockspec.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ports that are spoken for, among all harnesses of one user on this machine: between the choice of a port and the moment when
 * a program listens on it, nothing else tells another harness that it is taken. Each port is one byte of an empty file, and a
 * claim is a lock on it, so the system takes it back however a process ends. Safe for use by several threads.
 */
public final class PortClaims {
    private static final PortClaims HERE =
            new PortClaims(Path.of(System.getProperty("java.io.tmpdir"), "sockspec-ports-" + user()));

    private final Optional<FileChannel> file;

    /** By the first port; a claim that only this process knows of has no lock. */
    private final Map<Integer, Optional<FileLock>> claims = new HashMap<>();

    PortClaims(Path file) {
        this.file = open(file);
    }

    private static String user() {
        return System.getProperty("user.name", "").replaceAll("\\W", "_");
    }

    private static Optional<FileChannel> open(Path file) {
        try {
            return Optional.of(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException refused) {
            // Claims are then known in this process alone, which is enough where no other harness runs.
            return Optional.empty();
        }
    }

    public static PortClaims here() {
        return HERE;
    }

    /**
     * Claims {@code count} ports from {@code first} on, until they are released or this process ends; false when another
     * harness holds one of them, or this one has claimed that {@code first} already.
     */
    public synchronized boolean claim(int first, int count) {
        if (claims.containsKey(first)) {
            return false;
        }
        Optional<FileLock> lock = Optional.empty();
        try {
            if (file.isPresent()) {
                lock = Optional.ofNullable(file.get().tryLock(first, count, false));
                if (lock.isEmpty()) {
                    return false;
                }
            }
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException noLocksHere) {
            // As where there is no file.
        }
        claims.put(first, lock);
        return true;
    }

    /** Gives back what was claimed from {@code first} on; nothing where nothing was. */
    public synchronized void release(int first) {
        Optional<FileLock> lock = claims.remove(first);
        if (lock != null && lock.isPresent()) {
            try {
                lock.get().release();
            } catch (IOException closed) {
                // The claim went with the file.
            }
        }
    }
}
