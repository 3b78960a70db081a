package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sockspec.client.PeerException.Failure;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The command line: {@code help.txt}, beside this class, says what it takes, what it prints and how it ends. */
public final class Main {
    private final CommandLine line;
    private final Lines in;
    private final OutputStream out;
    private final PrintStream err;

    private Main(CommandLine line, Lines in, OutputStream out, PrintStream err) {
        this.line = line;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs one command and ends the process. */
    public static void main(String[] args) {
        Lines in = new Lines(System.in, isTerminal() ? System.err : null);
        System.exit(run(List.of(args), in, new FileOutputStream(FileDescriptor.out), System.err));
    }

    @SuppressWarnings(
            "SystemConsoleNull") // from 22 on, a console without a terminal gets its needless prompts on stderr
    private static boolean isTerminal() {
        return System.console() != null;
    }

    /** Runs one command within the process, as many at a time as wanted; returns its exit status. */
    public static int run(List<String> args, InputStream in, OutputStream out, PrintStream err) {
        return run(args, new Lines(in, null), out, err);
    }

    private static int run(List<String> args, Lines in, OutputStream out, PrintStream err) {
        String name = args.isEmpty() ? "reference-client" : args.get(0);
        try {
            return new Main(CommandLine.parse(args), in, out, err).run();
        } catch (PeerException e) {
            err.println(name + ": " + e.getMessage());
            return e.failure() == Failure.MALFORMED ? 4 : 3;
        } catch (IOException e) {
            err.println(name + ": local input or output failed: " + e.getMessage());
            return 5;
        } catch (IllegalArgumentException e) {
            err.println(name + ": " + e.getMessage() + " (try --help)");
            return 2;
        }
    }

    private int run() throws IOException {
        return switch (line.words().get(0)) {
            case "login" -> login();
            case "exec" -> exec();
            case "hello" -> hello();
            case "digest" -> digest();
            case "md5" -> md5();
            case "--version" ->
                print("reference-client " + Main.class.getPackage().getImplementationVersion());
            default -> help();
        };
    }

    private int login() throws IOException {
        try (LoginClient client = new LoginClient(line.server(), line.timeouts())) {
            String user;
            String password;
            while ((user = in.next("user: ")) != null && (password = in.next("password: ")) != null) {
                if (client.login(user + "|" + password, Lines.CHARSET)) {
                    return print("success");
                }
                print("fail");
            }
        }
        err.println("login: the input ended before the server said 'success'");
        return 1;
    }

    private int exec() throws IOException {
        Charset charset = line.charset();
        try (ExecClient client = new ExecClient(line.server(), line.timeouts())) {
            String command;
            while ((command = in.next("> ")) != null && !ExecClient.isExit(command)) {
                if (!command.isBlank()) {
                    copy(client.run(command, Lines.CHARSET), charset);
                }
            }
            if (command != null) {
                client.exit();
            }
        }
        return 0;
    }

    /** A reader keeps the first half of a character until the rest is there, and shows U+FFFD for what is none. */
    private void copy(InputStream body, @Nullable Charset charset) throws IOException {
        if (charset == null) {
            body.transferTo(out);
            return;
        }
        Reader text = new InputStreamReader(body, charset);
        char[] buffer = new char[8 * 1024];
        for (int count; (count = text.read(buffer)) >= 0; ) {
            out.write(new String(buffer, 0, count).getBytes(UTF_8));
        }
    }

    private int hello() throws IOException {
        byte[] reply = new HelloClient(line.server(), line.timeouts()).ask();
        String text = new String(reply, UTF_8);
        print(text.replaceAll("\\p{Cntrl}", "?") + " from " + line.words().get(1));
        if (!text.equals("hi")) {
            err.println("hello: " + line.words().get(1) + " answered " + reply.length + " bytes other than 'hi'");
            return 4;
        }
        return 0;
    }

    private int digest() throws IOException {
        try (DigestInputStream content =
                        Md5.observe(new FileInputStream(line.words().get(2)));
                DigestClient client = new DigestClient(line.server(), line.timeouts())) {
            String theirs = client.digest(content);
            print(theirs);
            String own = Md5.of(content);
            if (!own.equals(theirs)) {
                err.println("digest: " + line.words().get(1) + " answered a digest other than the file's own, " + own);
                return 1;
            }
            return 0;
        }
    }

    private int md5() throws IOException {
        String first = Md5.of(Path.of(line.words().get(1)));
        if (line.words().size() == 2) {
            return print(first);
        }
        boolean same = first.equals(Md5.of(Path.of(line.words().get(2))));
        print(same ? "same" : "different");
        return same ? 0 : 1;
    }

    private int help() throws IOException {
        try (InputStream text = Objects.requireNonNull(Main.class.getResourceAsStream("help.txt"))) {
            text.transferTo(out);
        }
        return 0;
    }

    private int print(String text) throws IOException {
        out.write((text + "\n").getBytes(UTF_8));
        return 0;
    }
}
