package io.github.sockspec.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BytesTest {
    private static final Bytes ABC = Bytes.utf8("abc");

    @Test
    void of_arrayChangedAfterwards_staysAsItWas() {
        byte[] octets = {1, 2, 3};
        Bytes bytes = Bytes.of(octets);
        octets[0] = 9;
        bytes.toArray()[1] = 9;
        assertEquals("010203", bytes.toHex());
        assertThrows(ReadOnlyBufferException.class, () -> bytes.buffer().put((byte) 9));
    }

    @Test
    void of_prefix_keepsTheFirstOctets() {
        assertEquals(Bytes.of((byte) 1, (byte) 2), Bytes.of(new byte[] {1, 2, 3, 4}, 2));
    }

    @Test
    void equals_sameContent_equalWithEqualHash() {
        assertEquals(ABC, Bytes.hex("61 62 63"));
        assertEquals(ABC.hashCode(), Bytes.hex("616263").hashCode());
        assertNotEquals(ABC, Bytes.utf8("abd"));
        assertNotEquals(ABC, Bytes.utf8("ab"));
    }

    @Test
    void hex_oddOrNotHexadecimal_refused() {
        assertThrows(IllegalArgumentException.class, () -> Bytes.hex("abc"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.hex("xy"));
    }

    @Test
    void repeat_units_allOfThem() {
        assertEquals("ababab", Bytes.repeat(Bytes.utf8("ab"), 3).decode(StandardCharsets.US_ASCII));
        assertTrue(Bytes.repeat(ABC, 0).isEmpty());
    }

    @Test
    void repeat_beyondAnArray_refused() {
        assertThrows(ArithmeticException.class, () -> Bytes.repeat(ABC, Integer.MAX_VALUE));
    }

    @Test
    void repeat_nothing_isNothing() {
        assertTrue(Bytes.repeat(Bytes.EMPTY, 5).isEmpty());
    }

    @Test
    void join_parts_inOrder() {
        assertEquals(ABC, Bytes.join(List.of(Bytes.utf8("a"), Bytes.EMPTY, Bytes.utf8("bc"))));
        assertEquals(ABC, Bytes.utf8("ab").plus(Bytes.utf8("c")));
    }

    @Test
    void at_highOctet_isUnsigned() {
        assertEquals(255, Bytes.of((byte) -1).at(0));
    }

    @Test
    void slice_outside_refused() {
        assertEquals(Bytes.utf8("b"), ABC.slice(1, 2));
        assertEquals(Bytes.EMPTY, ABC.from(3));
        assertThrows(IllegalArgumentException.class, () -> ABC.from(4));
    }

    @Test
    void hasAt_partOfOther_asFarAsItReaches() {
        assertTrue(ABC.hasAt(1, Bytes.utf8("bcd")));
        assertTrue(ABC.hasAt(3, ABC));
        assertFalse(ABC.hasAt(1, Bytes.utf8("bd")));
        assertFalse(ABC.hasAt(4, Bytes.EMPTY));
    }

    @Test
    void mismatch_missingOctet_counts() {
        assertEquals(-1, ABC.mismatch(Bytes.utf8("abc")));
        assertEquals(2, ABC.mismatch(Bytes.utf8("ab")));
        assertEquals(1, ABC.mismatch(Bytes.utf8("axc")));
    }

    @Test
    void indexOf_wanted_fromThere() {
        Bytes text = Bytes.utf8("abcabc");
        assertEquals(0, text.indexOf(ABC, 0));
        assertEquals(3, text.indexOf(ABC, 1));
        assertEquals(-1, text.indexOf(ABC, 4));
        assertEquals(-1, ABC.indexOf(text, 0));
    }

    @Test
    void toString_anything_isReadableAndBounded() {
        assertEquals(
                "\"a\\n\\r\\t\\\"\\\\\\x00\\x1b\\x7f\\xff\"",
                Bytes.hex("610a0d09225c001b7fff").toString());
        assertEquals("\"\"", Bytes.EMPTY.toString());
        assertTrue(Bytes.repeat(ABC, 100).toString().endsWith("\" … 100 more bytes"));
    }

    @Test
    void toString_everyOctet_showsNoControlCharacter() {
        for (int octet = 0; octet < 256; octet++) {
            String shown = Bytes.of((byte) octet).toString();
            assertTrue(shown.chars().allMatch(c -> c >= 0x20 && c < 0x7f), shown);
            assertEquals(shown.length() - 1, Bytes.of((byte) octet).renderedColumn(1), shown);
        }
    }

    @Test
    void column_ofOctet_standsUnderIt() {
        Bytes bytes = Bytes.hex("610a00ff62");
        String shown = bytes.toString();
        assertEquals('a', shown.charAt(bytes.renderedColumn(0)));
        assertEquals('b', shown.charAt(bytes.renderedColumn(4)));
        assertEquals(shown.length() - 1, bytes.renderedColumn(99));
    }

    @Test
    void slice_ofSlice_isAnyOtherValue() {
        Bytes inside = Bytes.utf8("xxhello wörldxx").slice(2, 14).from(1);
        Bytes same = Bytes.utf8("ello wörld");
        assertEquals(same, inside);
        assertEquals(same.hashCode(), inside.hashCode());
        assertEquals(same.toHex(), inside.toHex());
        assertEquals(same.toString(), inside.toString());
        assertEquals(same, Bytes.of(inside.toArray()));
        assertEquals(5, inside.indexOf(Bytes.utf8("w"), 1));
        assertEquals(-1, inside.indexOf(Bytes.utf8("x"), 0));
        assertEquals(-1, inside.mismatch(same));
        assertEquals(0, inside.buffer().position());
        assertEquals(same.length(), inside.buffer().remaining());
        assertEquals("ello w", inside.slice(0, 6).decode(StandardCharsets.UTF_8));
        assertEquals(
                Bytes.utf8("lol"), Bytes.join(List.of(inside.slice(1, 2), inside.slice(3, 4), inside.slice(2, 3))));
        assertThrows(IndexOutOfBoundsException.class, () -> inside.at(11));
        assertThrows(IndexOutOfBoundsException.class, () -> inside.slice(0, 12));
    }
}
