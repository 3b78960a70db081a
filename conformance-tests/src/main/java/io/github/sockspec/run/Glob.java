package io.github.sockspec.run;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern on case names: {@code *} stands for any characters, {@code ?} for one. A pattern without a slash is looked
 * for anywhere in the name, so that {@code EXEC-5} is enough. Two of the same text are equal.
 */
public final class Glob {
    private final String text;
    private final Pattern pattern;

    /** @param text as it was written */
    public Glob(String text) {
        this.text = text;
        pattern = regex(text);
    }

    /** Whether {@code id} matches. */
    public boolean matches(String id) {
        if (text.contains("/")) {
            return pattern.matcher(id).matches();
        }
        // A clause or a conversation named alone stands for whole parts of a name: EXEC-1 is not EXEC-10.
        for (String part : id.split("[/@]", -1)) {
            if (pattern.matcher(part).matches()) {
                return true;
            }
        }
        return pattern.matcher(id.substring(id.lastIndexOf('/') + 1)).matches();
    }

    private static Pattern regex(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < glob.length(); at++) {
            char each = glob.charAt(at);
            regex.append(
                    switch (each) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(each));
                    });
        }
        return Pattern.compile(regex.toString());
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Glob glob && text.equals(glob.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
