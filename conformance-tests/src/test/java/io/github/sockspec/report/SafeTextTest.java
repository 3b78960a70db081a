package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void line_controlCharacters_becomeVisible() {
        assertEquals("a\\x1b[2J\\n\\x7f\\x9b1m", SafeText.line("a\u001b[2J\n\u007f\u009b1m"));
    }

    @Test
    void line_invisibleFormatting_becomesVisible() {
        assertEquals("\\u{202e}evil\\u{200b}\\u{feff}", SafeText.line("\u202eevil\u200b\ufeff"));
    }

    @Test
    void line_everyCodePointBelow0x300_letsNoControlThrough() {
        for (int point = 0; point < 0x300; point++) {
            String shown = SafeText.line(Character.toString(point));
            assertTrue(shown.codePoints().noneMatch(Character::isISOControl), "code point " + point);
        }
    }

    @Test
    void line_loneSurrogate_becomesVisible() {
        assertEquals("\\u{d800}", SafeText.line("\ud800"));
    }

    @Test
    void line_otherScripts_stay() {
        assertEquals("黏包 é 😀", SafeText.line("黏包 é 😀"));
    }

    @Test
    void line_tooLong_endsInEllipsis() {
        assertEquals("aaa…", SafeText.line("a".repeat(1_000_000), 3));
        assertEquals("aaa", SafeText.line("aaa", 3));
    }

    @Test
    void lastLines_more_keepsTheLast() {
        assertEquals(List.of("b", "c"), SafeText.lastLines("a\nb\nc\n\n", 2));
        assertEquals(List.of(), SafeText.lastLines("", 2));
    }
}
