package io.github.sockspec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void run_noCommand_isUsage() {
        PrintStream err = new PrintStream(new ByteArrayOutputStream());
        assertEquals(2, Main.run(List.of(), InputStream.nullInputStream(), OutputStream.nullOutputStream(), err));
    }
}
