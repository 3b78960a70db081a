package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was asked for; {@link IllegalArgumentException}, with one line, where that makes no sense. */
record Command(List<String> words, Map<String, String> options, Lines in, OutputStream out, PrintStream err) {
    private static final List<String> NAMES = List.of("--connect-timeout", "--idle-timeout", "--interval", "--charset");

    static Command parse(List<String> args, Lines in, OutputStream out, PrintStream err) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            String each = args.get(i);
            if (NAMES.contains(each) && i + 1 < args.size()) {
                options.put(each, args.get(++i));
            } else {
                words.add(each);
            }
        }
        return new Command(words, options, in, out, err);
    }

    /** Returns the exit status. */
    int run() throws IOException {
        if (words.contains("--help")) {
            Objects.requireNonNull(Main.class.getResourceAsStream("help.txt")).transferTo(out);
            return 0;
        }
        return switch (words.isEmpty() ? "" : words.get(0) + " " + (words.size() - 1)) {
            case "login 1" -> login();
            case "exec 1" -> exec();
            case "hello 1" -> hello();
            case "digest 2" -> digest();
            case "md5 1", "md5 2" -> md5();
            case "--version 0" ->
                print("reference-client " + getClass().getPackage().getImplementationVersion(), 0);
            default -> throw new IllegalArgumentException("no command takes these words: " + words);
        };
    }

    private int login() throws IOException {
        try (LoginClient client = new LoginClient(server(), timeouts())) {
            String user;
            String password;
            while ((user = in.next("user: ")) != null && (password = in.next("password: ")) != null) {
                if (client.login(user + "|" + password, Lines.CHARSET)) {
                    return print("success", 0);
                }
                print("fail", 1);
            }
        }
        err.println("login: the input ended before the server said 'success'");
        return 1;
    }

    private int exec() throws IOException {
        Charset charset = charset();
        try (ExecClient client = new ExecClient(server(), timeouts())) {
            for (String command; (command = in.next("> ")) != null; ) {
                if (command.strip().equals("exit")) {
                    client.exit();
                    break;
                }
                if (!command.isBlank()) {
                    copy(client.run(command, Lines.CHARSET), charset);
                }
            }
        }
        return 0;
    }

    private int hello() throws IOException {
        DatagramPacket reply = new HelloClient(server(), timeouts()).ask();
        String text = new String(reply.getData(), 0, reply.getLength(), UTF_8);
        String from = reply.getAddress().getHostAddress() + ":" + reply.getPort();
        print(text.replaceAll("\\p{Cntrl}", "?") + " from " + from, 0);
        if (!text.equals("hi")) {
            throw new ProtocolException(from + " answered " + reply.getLength() + " bytes instead of 'hi'");
        }
        return 0;
    }

    private int digest() throws IOException {
        try (DigestInputStream content = Md5.observe(new FileInputStream(words.get(2)));
                DigestClient client = new DigestClient(server(), timeouts())) {
            String theirs = client.digest(content);
            String own = Md5.of(content);
            if (!own.equals(theirs)) {
                err.println("digest: " + words.get(1) + " answered another digest than the file's own, " + own);
            }
            return print(theirs, own.equals(theirs) ? 0 : 1);
        }
    }

    private int md5() throws IOException {
        String first = Md5.of(Path.of(words.get(1)));
        if (words.size() == 2) {
            return print(first, 0);
        }
        return first.equals(Md5.of(Path.of(words.get(2)))) ? print("same", 0) : print("different", 1);
    }

    /** As text in its charset, if one was given: the reader keeps half a character until the other half is there. */
    private void copy(InputStream body, @Nullable Charset charset) throws IOException {
        if (charset == null) {
            body.transferTo(out);
            return;
        }
        InputStreamReader text = new InputStreamReader(body, charset);
        char[] buffer = new char[8 * 1024];
        for (int count; (count = text.read(buffer)) >= 0; ) {
            out.write(new String(buffer, 0, count).getBytes(UTF_8));
        }
    }

    private int print(String text, int status) throws IOException {
        out.write((text + "\n").getBytes(UTF_8));
        return status;
    }

    private InetSocketAddress server() {
        String server = words.get(1);
        if (!server.matches("([^:]+|\\[.+]):[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("'" + server + "' is not HOST:PORT");
        }
        int colon = server.lastIndexOf(':');
        return new InetSocketAddress(server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
    }

    private Timeouts timeouts() {
        return new Timeouts(
                seconds("--connect-timeout", Timeouts.DEFAULT.connect()),
                seconds("--idle-timeout", Timeouts.DEFAULT.idle()),
                seconds("--interval", Timeouts.DEFAULT.interval()));
    }

    private Duration seconds(String option, Duration otherwise) {
        String text = options.get(option);
        try {
            return text == null ? otherwise : Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is in seconds; '" + text + "' is no number", e);
        }
    }

    private @Nullable Charset charset() {
        String name = options.get("--charset");
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no charset '" + name + "'", e);
        }
    }
}
