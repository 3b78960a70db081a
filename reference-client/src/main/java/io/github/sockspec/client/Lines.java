package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What the user types, line by line; for prompts there may be nobody to read them. */
record Lines(InputStream in, @Nullable PrintStream prompts) {
    /** One char of a line is one byte that was typed: no locale's charset comes between the user and the server. */
    static final Charset CHARSET = ISO_8859_1;

    private static final int LONGEST = 1024 * 1024;

    /** The next line without its LF or CR LF, or null at the end of input. The last one needs no LF. */
    @Nullable
    String next(String prompt) throws IOException {
        if (prompts != null) {
            prompts.print(prompt);
            prompts.flush();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        boolean end = next < 0;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() == LONGEST) {
                throw new IOException("a line is longer than " + LONGEST + " bytes");
            }
            line.write(next);
        }
        String text = line.toString(CHARSET);
        return end ? null : text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
