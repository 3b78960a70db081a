package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The accounts in a file, one {@code user:password} a line, read again when the file has changed (LOGIN-9). The first
 * colon separates; empty lines, and blanks around a line, mean nothing; neither part can hold a {@code |}, which no
 * request could bring. While a changed file can't be used, the accounts that were read last stay in force.
 */
final class Accounts {
    /** A file changed again within this time may look the same: file systems' clocks are coarse. */
    private static final Duration UNSETTLED = Duration.ofSeconds(2);

    private record Account(String user, String password) {}

    /** What tells one state of the file from another. */
    private record Stamp(
            Instant modified, long size, @Nullable Object inode) {
        static final Stamp NO_FILE = new Stamp(Instant.MIN, 0, null);

        static Stamp of(Path file) {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(now.lastModifiedTime().toInstant(), now.size(), now.fileKey());
            } catch (IOException e) {
                return NO_FILE;
            }
        }

        boolean isSettled() {
            return modified.isBefore(Instant.now().minus(UNSETTLED));
        }
    }

    private final Path file;
    private final Consumer<String> notices;
    private Stamp stamp;
    private Set<Account> accounts;

    /**
     * Reads the file for the first time.
     *
     * @throws IOException when it can't be read or a line is no account; the message names the file and the line
     */
    Accounts(Path file, Consumer<String> notices) throws IOException {
        this.file = file;
        this.notices = notices;
        stamp = Stamp.of(file);
        accounts = read(file);
    }

    /** {@return whether this pair is in the file as it is now} */
    synchronized boolean hold(String user, String password) {
        Stamp now = Stamp.of(file);
        boolean changed = !now.equals(stamp);
        if (changed || !now.isSettled()) {
            readAgain(changed);
            stamp = now;
        }
        return accounts.contains(new Account(user, password));
    }

    private void readAgain(boolean tell) {
        try {
            accounts = read(file);
        } catch (IOException e) {
            if (tell) {
                notices.accept(e.getMessage() + "; the accounts read before stay in force");
            }
        }
    }

    private static Set<Account> read(Path file) throws IOException {
        Set<Account> found = new HashSet<>();
        int number = 0;
        for (String line : lines(file)) {
            number++;
            byte[] bytes = line.getBytes(ISO_8859_1);
            byte[] stripped = RequestReader.strip(bytes, 0, bytes.length);
            if (stripped.length > 0) {
                found.add(account(stripped, file + ", line " + number));
            }
        }
        return found;
    }

    /** Lines as bytes in disguise, so that one with invalid UTF-8 can be named by its number. */
    private static String[] lines(Path file) throws IOException {
        try {
            return Files.readString(file, ISO_8859_1).split("\n", -1);
        } catch (NoSuchFileException e) {
            throw new IOException("can't read the account file " + file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("can't read the account file " + file + ": permission denied", e);
        } catch (IOException e) {
            throw new IOException("can't read the account file " + file + ": " + e.getMessage(), e);
        }
    }

    private static Account account(byte[] line, String where) throws IOException {
        String text = Utf8.decode(line);
        if (text == null) {
            throw new IOException(where + ": not valid UTF-8");
        }
        int colon = text.indexOf(':');
        if (colon < 1 || text.indexOf('|') >= 0) {
            throw new IOException(where + ": an account is user:password, without |, not \"" + text + "\"");
        }
        return new Account(text.substring(0, colon), text.substring(colon + 1));
    }
}
