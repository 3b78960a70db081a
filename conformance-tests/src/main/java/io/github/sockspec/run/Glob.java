package io.github.sockspec.run;

import java.util.regex.Pattern;

/**
 * A pattern on case names: {@code *} stands for any characters, {@code ?} for one. A pattern without a slash is looked
 * for anywhere in the name, so that {@code EXEC-5} is enough.
 *
 * @param text as it was written
 */
public record Glob(String text) {
    /** Whether {@code id} matches. */
    public boolean matches(String id) {
        if (text.contains("/")) {
            return regex(text).matcher(id).matches();
        }
        // A clause or a conversation named alone stands for whole parts of a name: EXEC-1 is not EXEC-10.
        for (String part : id.split("[/@]", -1)) {
            if (regex(text).matcher(part).matches()) {
                return true;
            }
        }
        return regex(text).matcher(id.substring(id.lastIndexOf('/') + 1)).matches();
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

    @Override
    public String toString() {
        return text;
    }
}
