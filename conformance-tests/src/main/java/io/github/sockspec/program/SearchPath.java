package io.github.sockspec.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a shell would look for programs. */
final class SearchPath {
    private SearchPath() {}

    /** Where {@code name} is, if it is in the search path. */
    static Optional<String> find(String name) {
        for (String directory :
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1)) {
            Path file = Path.of(directory, name);
            if (!directory.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return Optional.of(file.toString());
            }
        }
        return Optional.empty();
    }

    /**
     * Makes sure that the program a command names is here. What starts it may be another program, such as one that gives
     * it a session of its own, and then its absence would look like an end of its own.
     *
     * @throws StartFailure when it is not
     */
    static void require(String implementation, Start.Command start) {
        String program = start.command().get(0);
        boolean named = program.contains("/");
        Path file = start.directory().resolve(program);
        if (named
                ? !Files.isExecutable(file) || Files.isDirectory(file)
                : find(program).isEmpty()) {
            throw new StartFailure(implementation + " could not be started: "
                    + (named ? file + " is no program" : "there is no program " + program + " in the search path")
                    + "; install what it is written in, or mend start.command");
        }
    }
}
