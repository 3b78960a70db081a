package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Md5Test {
    private final Path scratch;

    Md5Test(@TempDir Path scratch) {
        this.scratch = scratch;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(scratch.resolve(name), content, UTF_8).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "'', d41d8cd98f00b204e9800998ecf8427e",
        "a, 0cc175b9c0f1b6a831c399e269772661",
        "abc, 900150983cd24fb0d6963f7d28e17f72",
        "message digest, f96b697d7cb7938d525a2f31aaf161d0",
        "abcdefghijklmnopqrstuvwxyz, c3fcd3d76192e4007dfb496cca67e13b",
        "hellochen, 6e92e6e4207d0f85e6f73e7f7eb10f8a",
    })
    void md5_oneFile_printsItsDigest(String content, String digest) throws IOException {
        assertEquals(new Ended(0, digest + "\n", ""), Ended.inProcess("", "md5", file("f", content)));
    }

    @Test
    void md5_twoFilesOfEqualContent_areTheSame() throws IOException {
        assertEquals(new Ended(0, "same\n", ""), Ended.inProcess("", "md5", file("f", "ab"), file("g", "ab")));
    }

    @Test
    void md5_oneByteChanged_isDifferent() throws IOException {
        assertEquals(new Ended(1, "different\n", ""), Ended.inProcess("", "md5", file("f", "ab"), file("g", "aB")));
    }

    @Test
    void md5_missingFile_isOneLineWithItsName() {
        String name = scratch.resolve("none").toString();
        String message = "md5: local input or output failed: " + name + " (No such file or directory)\n";
        assertEquals(new Ended(5, "", message), Ended.inProcess("", "md5", name));
    }

    @Test
    void md5_directory_isOneLineWithItsName() {
        String message = "md5: local input or output failed: " + scratch + " (Is a directory)\n";
        assertEquals(new Ended(5, "", message), Ended.inProcess("", "md5", scratch.toString()));
    }

    /** DIGEST-T2, with a quarter of the memory that it allows. */
    @Test
    void md5_oneGibibyteWithoutNewline_needsLittleMemory() throws Exception {
        Path large = scratch.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 30);
        }
        Ended ended = Ended.inSmallProcess(scratch, "", "md5", large.toString());
        assertEquals(new Ended(0, "cd573cfaace07e7949bc0c46028904ff\n", ""), ended);
    }

    @Test
    void md5_nameThatTheLocaleDoesNotKnow_isOneLine() throws IOException, InterruptedException, URISyntaxException {
        Ended ended = Ended.inSmallProcess(scratch, "", "md5", "\u6587");
        assertEquals(1, ended.err().lines().count(), ended.err());
    }
}
