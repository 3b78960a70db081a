package io.github.sockspec.suite;

import io.github.sockspec.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The account file that a case's instance was started with. */
final class AccountFile {
    private AccountFile() {}

    /** Adds {@code account} to it; ends the case as not applicable where that can't be written. */
    static void add(Trial trial, String account) {
        Path accounts = trial.instance()
                .accounts()
                .orElseThrow(() -> trial.notApplicable("its account file can't be written from here"));
        try {
            Files.writeString(accounts, account + "\n", StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("an account could not be added", unwritable);
        }
    }
}
