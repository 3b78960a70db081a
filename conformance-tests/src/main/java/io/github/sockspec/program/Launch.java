package io.github.sockspec.program;

import io.github.sockspec.engine.Streams;
import io.github.sockspec.kernel.NumericAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One start of a program: what differs from the next one.
 *
 * @param values what the placeholders of its command stand for, beside those of the files that its place gives it
 * @param file the file that it is to read, if any
 * @param output what becomes of what it writes
 * @param core the core it and all its descendants are kept to; empty leaves that to the system
 */
record Launch(Map<String, String> values, Optional<Path> file, Output output, OptionalInt core) {
    /**
     * What becomes of what a program writes.
     *
     * @param streams which of its streams are had
     * @param out takes standard output; where the two are one, both
     * @param errors takes standard error
     */
    record Output(Streams streams, Sink out, Sink errors) {}

    /** That of a server, which listens at {@code host} and {@code port}, and both of whose streams go to {@code words}. */
    static Launch server(String host, int port, RecentOutput words, OptionalInt core) {
        return new Launch(
                Map.of("{host}", host, "{port}", String.valueOf(port)),
                Optional.empty(),
                new Output(Streams.OPEN_INPUT, words, words),
                core);
    }

    /** That of a client or a tool. */
    static Launch client(ClientTask clientTask, Output output) {
        Optional<InetSocketAddress> server = clientTask.server();
        return new Launch(
                Map.of(
                        "{host}",
                        server.map(each -> NumericAddress.host(each.getAddress()))
                                .orElse(""),
                        "{port}",
                        server.map(each -> String.valueOf(each.getPort())).orElse("")),
                clientTask.file(),
                output,
                OptionalInt.empty());
    }

    /** {@code words} with their placeholders filled. */
    List<String> fill(List<String> words, Files files) {
        Map<String, String> all = new HashMap<>(values);
        all.put("{accounts}", files.accounts());
        all.put("{file}", files.file());
        all.put("{out}", files.out());
        return words.stream().map(word -> filled(word, all)).toList();
    }

    private static String filled(String word, Map<String, String> values) {
        String filled = word;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    /**
     * The files of one start, by the names that the program knows them by.
     *
     * @param accounts the account file; empty when it gets none
     * @param file what it is to read; empty when that is nothing
     * @param out where it may write
     */
    record Files(String accounts, String file, String out) {}
}
