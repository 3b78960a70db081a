package io.github.sockspec.suite.login;

import io.github.sockspec.suite.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The account of the conversation {@code added}, which is in the account file only when a case puts it there. */
final class AddedAccount {
    private AddedAccount() {}

    /** Adds it to the file of the case's instance; ends the case as not applicable where that can't be written. */
    static void in(Trial trial) {
        Path accounts = trial.instance()
                .accounts()
                .orElseThrow(() -> trial.notApplicable("its account file can't be written from here"));
        try {
            Files.writeString(accounts, "added:later\n", StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("an account could not be added", unwritable);
        }
    }
}
