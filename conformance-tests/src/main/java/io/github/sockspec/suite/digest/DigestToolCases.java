package io.github.sockspec.suite.digest;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.ClientTrial;
import io.github.sockspec.suite.Workbench;
import io.github.sockspec.target.Allowance;

/** Local digest tools. */
final class DigestToolCases {
    private static final long GIBIBYTE = 1L << 30;
    private static final long MOST_MEMORY = 128L << 20;

    @Case(clause = "DIGEST-T1", value = "vectors@file", about = "an empty file, a short one and one of a million bytes")
    void vectors_printed(ClientTrial trial) {
        Workbench bench = Workbench.of(trial);
        bench.digests(Bytes.EMPTY, "d41d8cd98f00b204e9800998ecf8427e");
        bench.digests(Bytes.utf8("hellochen"), "6e92e6e4207d0f85e6f73e7f7eb10f8a");
        bench.digests(Bytes.repeat(Bytes.utf8("a"), 1_000_000), "7707d6ae4e027c70eea2a935c2296f21");
    }

    /** When it fails: is the file read as text, or its line ends translated? */
    @Case(
            clause = "DIGEST-T1",
            value = "one-byte@file",
            about = "equal files have equal digests, one changed byte has not")
    void oneByteChanged_anotherDigest(ClientTrial trial) {
        Workbench bench = Workbench.of(trial);
        bench.digests(Bytes.hex("6f6e650d0a74776f0a ff00"), "c6c40d523bf2128765249a460db122f5");
        bench.digests(Bytes.hex("6f6e650d0a74776f0a ff00"), "c6c40d523bf2128765249a460db122f5");
        bench.digests(Bytes.hex("6f6e650d0a74776f0a ff01"), "909000709dd740a34ab554eaa809226e");
    }

    /** When it fails: is the file read whole, or line by line? */
    @Case(
            clause = "DIGEST-T2",
            value = "zeros@1-gib",
            ownProcess = true,
            about = "a gibibyte without a newline, in less than 128 MiB of memory")
    void gibibyte_boundedMemory(ClientTrial trial) {
        Workbench.of(trial).digestsZeros(GIBIBYTE, "cd573cfaace07e7949bc0c46028904ff", MOST_MEMORY);
    }

    /** When it fails: is the file read whole, or line by line? */
    @Case(
            clause = "DIGEST-T2",
            value = "zeros@1-gib-in-128-mib",
            confined = true,
            about = "a gibibyte without a newline, to a tool that has 128 MiB of memory for everything")
    void gibibyte_smallMemory(ClientTrial trial) {
        trial.confine(Allowance.USUAL.memory(MOST_MEMORY));
        Workbench.of(trial).digestsZeros(GIBIBYTE, "cd573cfaace07e7949bc0c46028904ff", MOST_MEMORY);
    }
}
