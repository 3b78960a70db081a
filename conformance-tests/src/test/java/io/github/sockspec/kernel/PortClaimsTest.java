package io.github.sockspec.kernel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortClaimsTest {
    /** What another harness does, in the words of another language: a lock on the bytes from a port on. */
    private static final String OTHER_HARNESS = """
            import fcntl, sys
            file = open(sys.argv[1], "wb")
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 10, 20000)
            print("claimed", flush=True)
            sys.stdin.read()
            """;

    @TempDir
    private Path directory;

    @Test
    void claim_claimedHere_isRefusedUntilItIsReleased() {
        PortClaims claims = new PortClaims(directory.resolve("ports"));
        assertTrue(claims.claim(20_000, 1));
        assertFalse(claims.claim(20_000, 1));
        assertFalse(claims.claim(19_999, 2), "a stretch that holds it");
        assertTrue(claims.claim(20_001, 1), "another one");
        claims.release(20_000);
        assertTrue(claims.claim(20_000, 1));
    }

    @Test
    void claim_claimedByAnotherProcess_isRefusedUntilThatEnds() throws IOException, InterruptedException {
        Path file = directory.resolve("ports");
        PortClaims claims = new PortClaims(file);
        Process other = new ProcessBuilder("python3", "-c", OTHER_HARNESS, file.toString()).start();
        try {
            assertEquals("claimed", other.inputReader().readLine());
            assertFalse(claims.claim(20_005, 1));
            assertTrue(claims.claim(20_010, 1), "behind its stretch");
        } finally {
            other.destroyForcibly().waitFor();
        }
        await().until(() -> claims.claim(20_005, 1));
    }

    @Test
    void claim_fileThatCantBeHad_isKnownInThisProcessAlone() {
        PortClaims claims = new PortClaims(directory.resolve("missing/ports"));
        assertTrue(claims.claim(20_000, 1));
        assertFalse(claims.claim(20_000, 1));
        claims.release(20_000);
        assertTrue(claims.claim(20_000, 1));
    }
}
