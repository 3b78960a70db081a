package io.github.sockspec.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The classes under test as a command that scripts can call, so that none of them starts a build of its own. */
public final class Sockspec {
    private static final long PATIENCE_MINUTES = 5;

    private Sockspec() {}

    /** A script in {@code directory} that does what {@code ./sockspec} does. */
    public static Path command(Path directory) throws IOException {
        Path command = directory.resolve("sockspec-under-test");
        Files.writeString(command, """
                #!/bin/sh
                exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dsockspec.home='%s' -cp '%s' io.github.sockspec.cli.Main "$@"
                """.formatted(
                        ProcessHandle.current().info().command().orElse("java"),
                        Generated.HOME.toAbsolutePath().normalize(),
                        System.getProperty("java.class.path")));
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
        return command;
    }

    /**
     * What a script said.
     *
     * @param status its exit status
     * @param said both of its streams
     */
    public record Outcome(int status, String said) {}

    /** Waits for a process, which is ended when it takes too long. */
    public static Outcome outcome(ProcessBuilder builder, Path directory) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "said", ".txt");
        Process process = builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("it did not end: " + List.copyOf(builder.command()));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
    }
}
