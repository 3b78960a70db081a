package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a run of the command line ended: status, standard output, standard error. */
record Ended(int status, String out, String err) {
    /** In this process; text is UTF-8. */
    static Ended inProcess(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, UTF_8);
        int status = Main.run(List.of(args), new ByteArrayInputStream(input.getBytes(UTF_8)), out, errors);
        return new Ended(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** In a process of its own, in the POSIX locale and with 32 MiB of heap; killed after a minute. */
    static Ended inSmallProcess(Path scratch, String input, String... args)
            throws IOException, InterruptedException, URISyntaxException {
        Path in = Files.writeString(scratch.resolve("in"), input);
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> command =
                new ArrayList<>(List.of(java.toString(), "-Xmx32m", "-cp", classes.toString(), Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "POSIX");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after 60 s: " + command);
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
