package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Start;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WavesTest {
    private static Implementation program(String name, Optional<Integer> port) {
        return new Implementation(
                name,
                Protocol.required("login"),
                Role.SERVER,
                new Start.Command(
                        List.of("python3"),
                        Path.of("."),
                        Map.of(),
                        port.map(each -> new InetSocketAddress(InetAddress.getLoopbackAddress(), each))),
                Dialect.reference(Protocol.required("login")),
                List.of(),
                ScriptedConversations.in(Dialect.reference(Protocol.required("login"))),
                Map.of());
    }

    @Test
    void of_programsThatFixOnePort_areNeverSideBySide() {
        Implementation free = program("free", Optional.empty());
        Implementation one = program("one", Optional.of(8899));
        Implementation two = program("two", Optional.of(8899));
        Implementation other = program("other", Optional.of(8008));
        Implementation last = program("last", Optional.empty());

        assertEquals(
                List.of(List.of(free, one, other, last), List.of(two)), Waves.of(List.of(free, one, two, other, last)));
    }

    @Test
    void of_nothing_isNoWave() {
        assertEquals(List.of(), Waves.of(List.of()));
    }
}
