package io.github.sockspec.program;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.sockspec.kernel.Proc;
import io.github.sockspec.kernel.ProcessSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of this system that carry the mark of an instance that this process started. */
final class Marked {
    private static final String MARK =
            "SOCKSPEC_INSTANCE=" + ProcessHandle.current().pid() + "-";

    private Marked() {}

    static List<Long> processes() {
        return Proc.all().stream()
                .filter(process -> !process.zombie())
                .map(ProcessSnapshot::pid)
                .filter(Marked::isMarked)
                .toList();
    }

    private static boolean isMarked(long pid) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc/" + pid + "/environ"));
            return new String(environment, ISO_8859_1).contains(MARK);
        } catch (IOException gone) {
            return false;
        }
    }
}
