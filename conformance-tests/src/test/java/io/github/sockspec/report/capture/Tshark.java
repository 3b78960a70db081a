package io.github.sockspec.report.capture;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.house.RequiredTool;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.report.capture.Conversing.Opener;
import io.github.sockspec.report.capture.Packets.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What tshark reads in a capture. */
final class Tshark {
    private static final Path DISSECTOR = Path.of(System.getProperty("sockspec.home", ".."))
            .resolve("fixtures/wireshark/sockspec.lua")
            .toAbsolutePath();

    private static final Map<Protocol, Integer> PORTS = Map.of(
            Protocol.required("login"),
            8899,
            Protocol.required("exec"),
            8008,
            Protocol.required("hello"),
            9000,
            Protocol.required("digest"),
            9090);

    private Tshark() {}

    /** The fields of each packet in which one of them is there, in order; several values of one field are parted by a comma. */
    static List<String> fields(Path capture, String... fields) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                RequiredTool.named("tshark").toString(),
                "-n",
                "-o",
                "tcp.check_checksum:TRUE",
                "-o",
                "udp.check_checksum:TRUE",
                "-o",
                "ip.check_checksum:TRUE",
                "-X",
                "lua_script:" + DISSECTOR,
                "-r",
                capture.toString(),
                "-T",
                "fields",
                "-E",
                "separator=|"));
        for (String field : fields) {
            command.addAll(List.of("-e", field));
        }
        Path errors = Files.createTempFile("tshark", ".txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError("tshark failed: " + Files.readString(errors));
        }
        Files.delete(errors);
        return said.lines().filter(line -> !line.replace("|", "").isEmpty()).toList();
    }

    /** A capture of what a server of that protocol was asked over a connection. */
    static Path stream(Path directory, Protocol protocol, Fact... facts) throws IOException {
        Way way = new Way(40_000, PORTS.get(protocol));
        return file(
                directory,
                new Conversing(way, Opener.HARNESS, new Budget(1 << 20), Duration.ZERO)
                        .of(new Observation(List.of(facts))));
    }

    /** A capture of datagrams. */
    static Path datagrams(Path directory, Fact... facts) throws IOException {
        return file(
                directory,
                new Posting(PORTS.get(Protocol.required("hello")), new Budget(1 << 20))
                        .of(new Observation(List.of(facts))));
    }

    private static Path file(Path directory, List<Packet> packets) throws IOException {
        return Files.write(directory.resolve("capture.pcapng"), PcapNg.file("sockspec", "about", packets));
    }

    static Fact connected() {
        return new Fact.Connected(Duration.ofMillis(1));
    }

    static Fact sent(int offset, Bytes bytes) {
        return new Fact.Sent(Duration.ofMillis(2), offset, bytes);
    }

    static Fact received(int offset, Bytes bytes) {
        return new Fact.Received(Duration.ofMillis(3), offset, bytes);
    }
}
