package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Due;
import io.github.sockspec.conversation.Marks;
import io.github.sockspec.conversation.Marks.Slot;
import io.github.sockspec.conversation.Marks.Source;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServedConnectionTest {
    private static final Limits PATIENT = Limits.UNMEASURED.patient(Duration.ofSeconds(20));

    /** Two requests with an id each; each reply repeats it. */
    private static final ServerPart IDS = new ServerPart(
            "ids", List.of(exchange(), exchange()), List.of(), Bytes.EMPTY, ServerPart.After.KEEPS, Due.NOTHING);

    private static Exchange exchange() {
        return new Exchange(
                List.of(),
                Reply.inOrder(List.of(Reply.any(2, "id"), Reply.exactly(Bytes.utf8("?")))),
                Bytes.utf8("to __\n"),
                new Marks(List.of(), List.of(), List.of(new Slot(3, 2, "id", Source.KEPT))),
                0,
                List.of());
    }

    /** Nobody types, and the client ends when it has its replies. */
    private static final class Nobody implements InputSource {
        @Override
        public void type(List<String> lines) {}

        @Override
        public void expectEnd() {}

        @Override
        public void endInput() {}

        @Override
        public boolean gone() {
            return true;
        }
    }

    private static String asks(InetSocketAddress server) {
        try (Socket socket = new Socket(server.getAddress(), server.getPort())) {
            String heard = "";
            for (String id : List.of("42", "17")) {
                socket.getOutputStream().write((id + "?").getBytes(StandardCharsets.US_ASCII));
                heard += new String(socket.getInputStream().readNBytes(6), StandardCharsets.US_ASCII);
            }
            return heard;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void serve_whatTheClientSaid_isRepeatedInItsReply() throws Exception {
        for (Family family : List.of(Family.WHOLE, Family.EVERY_CUT, Family.BYTE_BY_BYTE, Family.RESEGMENTED)) {
            for (Delivery delivery : family.of(IDS.shape(), new Sampling(1, 8)).toList()) {
                Observation seen = served(delivery);
                assertEquals(Bytes.utf8("to 42\nto 17\n"), seen.sent(), delivery::toString);
                assertEquals(seen.sent(), IDS.asSaid(seen::sent).said());
            }
        }
    }

    @Test
    void shape_replyThatRepeats_isJoinedWithNoneBefore() {
        assertEquals(List.of(6), IDS.shape().barriers());
    }

    private static Observation served(Delivery delivery) throws Exception {
        try (ServerSocketChannel listener = ServerSocketChannel.open();
                Confirmation confirmation = KernelConfirmation.orElse(PATIENT.gap())) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            InetSocketAddress address = (InetSocketAddress) listener.getLocalAddress();
            CompletableFuture<String> client = CompletableFuture.supplyAsync(() -> asks(address));
            try (Connection connection = Connection.accepted(listener.accept(), PATIENT)) {
                ServedConnection serving = new ServedConnection(
                        connection, new ServedConnection.Plan(IDS, delivery, new Nobody()), confirmation);
                serving.serve();
                assertEquals("to 42\nto 17\n", client.get(20, TimeUnit.SECONDS));
                return serving.seeOut(PATIENT);
            }
        }
    }
}
