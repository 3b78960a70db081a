package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What the user types, line by line; for prompts there may be nobody to read them. */
record Lines(InputStream in, PrintStream prompts) {
    /** One char of a line is one byte that was typed: no locale's charset comes between the user and the server. */
    static final Charset CHARSET = ISO_8859_1;

    /** The next line without its LF or CR LF, or null at the end of input. The last one needs no LF. */
    @Nullable
    String next(String prompt) throws IOException {
        prompts.print(prompt);
        prompts.flush();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next;
        while ((next = in.read()) >= 0 && next != '\n') {
            if (line.size() == 1024 * 1024) {
                throw new IOException("a line is longer than 1 MiB");
            }
            line.write(next);
        }
        return next < 0 && line.size() == 0 ? null : line.toString(CHARSET).replaceFirst("\r\\z", "");
    }
}
