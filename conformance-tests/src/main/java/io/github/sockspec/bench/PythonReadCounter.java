package io.github.sockspec.bench;

import io.github.sockspec.kernel.WireFailure;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** What {@link ReadCounter} is, in Python and in a process of its own, on the cores of the thread that starts it. */
public final class PythonReadCounter implements AutoCloseable {
    private static final String SOURCE = "recv_sizes.py";

    private final Path program;
    private final Process process;
    private final InetSocketAddress address;

    /** Listens on loopback, on a port that the system chooses. */
    public PythonReadCounter() {
        try {
            program = copied();
            // It ends with its input, and so with this process, however that ends.
            process = new ProcessBuilder("python3", program.toString(), "0")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port(process));
        } catch (IOException notStarted) {
            throw new WireFailure("the read counter could not be started", notStarted);
        }
    }

    public InetSocketAddress address() {
        return address;
    }

    private static Path copied() throws IOException {
        Path program = Files.createTempFile("sockspec-bench", ".py");
        program.toFile().deleteOnExit();
        try (InputStream source = Objects.requireNonNull(PythonReadCounter.class.getResourceAsStream(SOURCE))) {
            Files.copy(source, program, StandardCopyOption.REPLACE_EXISTING);
        }
        return program;
    }

    /** The port that it tells first; nothing where it ended before. */
    private static int port(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String port = out.readLine();
        if (port == null) {
            throw new EOFException("python3 ended before it listened");
        }
        return Integer.parseInt(port);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.delete(program);
        } catch (IOException inUse) {
            // It goes when this process ends.
        }
    }
}
