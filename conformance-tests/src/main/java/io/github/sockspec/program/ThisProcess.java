package io.github.sockspec.program;

import java.util.Optional;

/** This process, in which the reference client runs on threads: thousands of runs are nothing. */
record ThisProcess(Implementation implementation) implements Place {
    @Override
    public ClientProgram start(Launch launch) {
        Launch.Files files =
                new Launch.Files("", launch.file().map(String::valueOf).orElse(""), "");
        return ThreadProgram.start(
                launch.fill(ReferenceCommand.words(implementation.role(), implementation.dialect()), files), launch);
    }

    @Override
    public Identity identity() {
        return identity("");
    }

    /** That of a program that runs in it, and listens at {@code address} if it is a server. */
    static Identity identity(String address) {
        return new Identity(
                Optional.of(ProcessHandle.current().pid()),
                "in this process",
                Optional.empty(),
                address,
                true,
                true,
                "none: it runs in this process");
    }
}
