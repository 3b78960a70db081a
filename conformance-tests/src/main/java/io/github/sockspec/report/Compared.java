package io.github.sockspec.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.Rendering;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Side;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What had to come and what came, as fields of a case in {@code results.json}. Of a run that was just made they are as the
 * judge had them; of a file, octets that were written in a line are octets again, as many as the line has.
 *
 * @param awaited what had to come
 * @param came what came
 */
public record Compared(@JsonIgnore Side awaited, @JsonIgnore Side came) {
    /** How many received bytes are kept; enough to see any difference, not a 16 MiB reply. */
    public static final int MOST_RECEIVED = 4096;

    /** Where nothing was compared. */
    public static final Compared NOTHING = new Compared(Side.words(""), Side.words(""));

    static Compared of(Finding finding) {
        return finding instanceof Finding.Broken broken ? new Compared(broken.expected(), broken.actual()) : NOTHING;
    }

    /** From the file's fields, which may be absent. */
    @JsonCreator
    public static Compared of(
            @JsonProperty("expected") @Nullable String expected,
            @JsonProperty("actual") @Nullable String actual,
            @JsonProperty("received") @Nullable Bytes received,
            @JsonProperty("wrongAt") int wrongAt) {
        return new Compared(
                awaited(Objects.requireNonNullElse(expected, "")),
                came(
                        Objects.requireNonNullElse(actual, ""),
                        Objects.requireNonNullElse(received, Bytes.EMPTY),
                        wrongAt));
    }

    private static Side awaited(String text) {
        return Rendering.read(text)
                .<Side>map(shown -> new Side.Octets(shown.bytes(), 0, shown.length(), -1))
                .orElseGet(() -> Side.words(text));
    }

    /** What came reaches to the end of all that was received, or if not all was kept, lies somewhere in it. */
    private static Side came(String text, Bytes received, int wrongAt) {
        if (text.equals(Side.Nothing.TEXT) && wrongAt >= 0) {
            return new Side.Nothing(received, wrongAt);
        }
        return Rendering.read(text)
                .map(shown -> new Side.Octets(received, from(shown, received), shown.length(), wrongAt))
                .filter(side -> side.from() >= 0 && side.text().equals(text))
                .<Side>map(side -> side)
                .orElseGet(() -> new Side.Words(text, received, wrongAt));
    }

    private static int from(Rendering.Shown shown, Bytes received) {
        int end = received.length() - shown.length();
        return end >= 0 && received.hasAt(end, shown.bytes()) ? end : received.indexOf(shown.bytes(), 0);
    }

    /** Whether there is anything to compare. */
    public boolean any() {
        return !expected().isEmpty() || !actual().isEmpty();
    }

    /** What had to come, in a line. */
    @JsonProperty
    public String expected() {
        return awaited.text();
    }

    /** What came, in a line. */
    @JsonProperty
    public String actual() {
        return came.text();
    }

    /** Extra: the first bytes that came on the failing connection. */
    @JsonProperty
    Bytes received() {
        return came.stream().slice(0, Math.min(came.stream().length(), MOST_RECEIVED));
    }

    /** Extra: the offset of the first wrong or missing byte among all that came; -1 when no byte is to blame. */
    @JsonProperty
    int wrongAt() {
        return came.wrongAt();
    }
}
