package io.github.sockspec.wire;

import io.github.sockspec.bench.PythonReadCounter;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A Python server that tells the size of every {@code recv} it made: what was really read separately. */
final class RecvSizes implements AutoCloseable {
    private final PythonReadCounter counter = new PythonReadCounter();

    /** The sizes the server read when {@code message} came by {@code writes}. */
    List<Integer> read(Carrier carrier, Bytes message, List<Integer> writes) {
        Conversation conversation = Conversation.of("sizes", Conversation.Turn.of(message, Reply.nothing()));
        Delivery delivery = Delivery.of(writes).ending(new Ending(Ending.How.HALF_CLOSE, Ending.When.AFTER_READ));
        String sizes = carrier.carry(counter.address(), conversation, delivery)
                .received()
                .decode(StandardCharsets.US_ASCII);
        return Arrays.stream(sizes.split(" ")).map(Integer::valueOf).toList();
    }

    @Override
    public void close() {
        counter.close();
    }
}
