package io.github.sockspec.wire;

import io.github.sockspec.bench.Benchmark;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A Python server that tells the size of every {@code recv} it made: what was really read separately. */
final class RecvSizes implements AutoCloseable {
    private final Process process;
    private final Path program;
    private final InetSocketAddress address;

    RecvSizes() throws IOException {
        program = Files.createTempFile("recv_sizes", ".py");
        try (InputStream source = Benchmark.class.getResourceAsStream("recv_sizes.py")) {
            Files.write(program, source.readAllBytes());
        }
        process = new ProcessBuilder("python3", program.toString(), "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = out.readLine();
        if (port == null) {
            throw new IllegalStateException("python3 is needed for this test and did not start");
        }
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    /** The sizes the server read when {@code message} came by {@code writes}. */
    List<Integer> read(Carrier carrier, Bytes message, List<Integer> writes) {
        Conversation conversation = Conversation.of("sizes", Conversation.Turn.of(message, Reply.nothing()));
        Delivery delivery = Delivery.of(writes).ending(new Ending(Ending.How.HALF_CLOSE, Ending.When.AFTER_READ));
        String sizes = carrier.carry(address, conversation, delivery).received().decode(StandardCharsets.US_ASCII);
        return Arrays.stream(sizes.split(" ")).map(Integer::valueOf).toList();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(program);
    }
}
