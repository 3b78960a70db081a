package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloServerTest {
    private ReferenceServer server;

    @BeforeEach
    void start() throws IOException {
        server = ReferenceServer.start(ServerOptions.of(Service.HELLO));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static DatagramSocket asker() throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.setSoTimeout(30_000);
        return socket;
    }

    private void ask(DatagramSocket socket, byte... question) throws IOException {
        socket.send(new DatagramPacket(question, question.length, server.address(Service.HELLO)));
    }

    private String answer(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        socket.receive(packet);
        assertEquals(server.address(Service.HELLO), packet.getSocketAddress());
        return new String(packet.getData(), 0, packet.getLength(), US_ASCII);
    }

    @Test
    void hello1_hello_isAnsweredHiFromThePortThatWasAsked() throws IOException {
        try (DatagramSocket socket = asker()) {
            ask(socket, "hello".getBytes(US_ASCII));
            assertEquals("hi", answer(socket));
        }
    }

    @Test
    void hello2_burstWithDuplicates_isAnsweredOneByOne() throws IOException {
        try (DatagramSocket socket = asker()) {
            for (int i = 0; i < 100; i++) {
                ask(socket, "hello".getBytes(US_ASCII));
            }
            for (int i = 0; i < 100; i++) {
                assertEquals("hi", answer(socket));
            }
        }
    }

    @Test
    void hello3_interleavedAskers_getTheirOwnReplies() throws IOException {
        List<DatagramSocket> askers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            askers.add(asker());
        }
        for (int round = 0; round < 2; round++) {
            for (DatagramSocket socket : askers) {
                ask(socket, "hello".getBytes(US_ASCII));
            }
        }
        for (DatagramSocket socket : askers) {
            assertEquals("hi", answer(socket));
            assertEquals("hi", answer(socket));
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1500, 65_507})
    void hello4_datagramOfAnySize_isAnsweredHi(int size) throws IOException {
        byte[] noise = new byte[size];
        new Random(size).nextBytes(noise);
        try (DatagramSocket socket = asker()) {
            ask(socket, noise);
            assertEquals("hi", answer(socket));
        }
    }

    @Test
    void hello5_askersWhosePortsAreGone_leaveItServing() throws IOException {
        for (int i = 0; i < 50; i++) {
            DatagramSocket gone = asker();
            ask(gone, "hello".getBytes(US_ASCII));
            gone.close();
        }
        hello1_hello_isAnsweredHiFromThePortThatWasAsked();
    }

    @Test
    void hello5_replyThatCannotBeSent_leavesItServing() throws IOException {
        DatagramSocket socket = mock(DatagramSocket.class);
        when(socket.isClosed()).thenReturn(false, false, true);
        doAnswer(call -> {
                    call.<DatagramPacket>getArgument(0)
                            .setSocketAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
                    return null;
                })
                .when(socket)
                .receive(any());
        doThrow(new IOException("unreachable")).doNothing().when(socket).send(any());
        new HelloServer(socket).run();
        verify(socket, times(2)).send(any());
    }

    @Test
    void hello6_oneDatagram_isAnsweredByOneOfTwoBytes() throws IOException {
        try (DatagramSocket first = asker();
                DatagramSocket second = asker()) {
            ask(first, new byte[1000]);
            ask(second, "hello".getBytes(US_ASCII)); // the barrier: its answer comes after all that the first one got
            assertEquals("hi", answer(first));
            assertEquals("hi", answer(second));
            first.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, () -> answer(first));
        }
    }
}
