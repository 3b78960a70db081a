package io.github.sockspec.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sockspec.conversation.Accounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** The files a program under test can be given. */
public final class Fixtures {
    /** The account file of login. */
    static final String ACCOUNTS = "accounts";

    /** The names by which manifests ask for them. */
    public static final List<String> NAMES = List.of(ACCOUNTS);

    private Fixtures() {}

    /** The account file's bytes, one {@code user:password} a line: the fixture's, or those of a server with its own. */
    static byte[] accounts(Accounts accounts) {
        if (accounts.own().isEmpty()) {
            return resource("/fixtures/accounts.txt");
        }
        return accounts.own().stream()
                .map(pair -> pair.user() + ":" + pair.password() + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private static byte[] resource(String path) {
        try (InputStream stream = Fixtures.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new StartFailure("the fixture " + path + " is missing from the class path");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
