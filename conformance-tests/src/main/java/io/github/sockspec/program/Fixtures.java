package io.github.sockspec.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sockspec.bytes.ClassPath;
import io.github.sockspec.conversation.Accounts;
import java.util.List;
import java.util.stream.Collectors;

/** The files a program under test can be given. */
public final class Fixtures {
    /** The file of the accounts that a server is to know. */
    static final String ACCOUNTS = "accounts";

    /** The names by which manifests ask for them. */
    public static final List<String> NAMES = List.of(ACCOUNTS);

    private static final String FILE = "fixtures/accounts.txt";

    private Fixtures() {}

    /** Whether a command's {@code words} name the account file. */
    static boolean namedIn(List<String> words) {
        return words.stream().anyMatch(word -> word.contains("{accounts}"));
    }

    /** The account file's bytes, one {@code user:password} a line: the fixture's, or those of a server with its own. */
    static byte[] accounts(Accounts accounts) {
        if (accounts.own().isEmpty()) {
            return ClassPath.file(FILE)
                    .orElseThrow(() -> new StartFailure("the fixture " + FILE + " is missing from the class path"))
                    .toArray();
        }
        return accounts.own().stream()
                .map(pair -> pair.user() + ":" + pair.password() + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }
}
