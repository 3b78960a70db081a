package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileReader;
import java.io.IOException;
import java.io.LineNumberReader;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * LOGIN: a request is {@code user|password}, its reply {@code success} or {@code fail}, with no terminator. A client
 * may try again on the same connection (LOGIN-2). What is malformed is no account's, and so it fails (LOGIN-5).
 *
 * <p>The account file has a line {@code user:password} for each account; the first colon separates, and neither part
 * holds a {@code |}. It is looked at for each attempt, so that a change to it holds at once (LOGIN-9).
 */
final class LoginServer implements ReferenceServer.Protocol {
    private static final Pattern ACCOUNT = Pattern.compile("[^:|\uFFFD]+:[^|\uFFFD]*"); // U+FFFD was not UTF-8

    private final ServerOptions options;
    private final File file;
    private Set<String> requestsThatSucceed = Set.of();
    private String versionRead = "";

    /** @throws IOException when the account file can't be used; the message says where and why */
    LoginServer(ServerOptions options) throws IOException {
        this.options = options;
        file = new File(options.given().getOrDefault("--accounts", ""));
        readAccounts();
    }

    @Override
    public void serve(Socket client) throws IOException {
        Requests requests = new Requests(client, options.requestEnd(), options.number("--max-login-line", 1024));
        for (String request = requests.next(); request != null; request = requests.next()) {
            client.getOutputStream().write((isAccount(request) ? "success" : "fail").getBytes(UTF_8));
        }
    }

    private synchronized boolean isAccount(String request) {
        try {
            readAccounts();
        } catch (IOException e) {
            System.err.println("reference-server: " + e.getMessage() + "; the accounts read before stay in force");
        }
        return requestsThatSucceed.contains(request);
    }

    /** Reads them, unless the file was read when it had settled, and has the time and size that it had then. */
    private void readAccounts() throws IOException {
        long modified = file.lastModified();
        boolean settled = System.currentTimeMillis() - modified > 2000; // no clock of a file system is coarser
        String version = modified + " " + file.length();
        if (settled && version.equals(versionRead)) {
            return;
        }
        Set<String> requests = new HashSet<>();
        try (LineNumberReader lines = new LineNumberReader(new FileReader(file, UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String account = line.strip();
                if (ACCOUNT.matcher(account).matches()) {
                    requests.add(account.replaceFirst(":", "|"));
                } else if (!account.isEmpty()) {
                    String where = file + ", line " + lines.getLineNumber();
                    throw new IOException(where + ": \"" + account + "\" is not user:password in UTF-8, without |");
                }
            }
        } catch (FileNotFoundException e) {
            throw new IOException("--login needs --accounts FILE: " + e.getMessage(), e); // which names it
        }
        requestsThatSucceed = requests;
        versionRead = settled ? version : "";
    }
}
