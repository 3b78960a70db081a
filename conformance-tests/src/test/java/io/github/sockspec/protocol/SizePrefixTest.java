package io.github.sockspec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SizePrefixTest {
    @ParameterizedTest
    @EnumSource(IntegerFormat.class)
    void of_lengthThatFits_isAnnounced(IntegerFormat integer) {
        SizePrefix prefix = new SizePrefix.Binary(integer, integer.width());
        for (long length : new long[] {0, 1, 100, integer.largest() - integer.width()}) {
            Bytes written = prefix.of(length);
            assertEquals(prefix.width(), written.length());
            assertEquals(
                    length + integer.width(), prefix.announced(Bytes.utf8("x").plus(written), 1));
        }
    }

    @Test
    void of_ascii_isFilledWithZeros() {
        assertEquals(Bytes.utf8("0042"), new SizePrefix.Ascii(4, 0).of(42));
        assertEquals(Bytes.utf8("0046"), new SizePrefix.Ascii(4, 4).of(42));
        assertEquals(9_999, new SizePrefix.Ascii(4, 0).announced(Bytes.utf8("9999"), 0));
        assertTrue(new SizePrefix.Ascii(4, 0).announced(Bytes.utf8("+999"), 0) < 0);
    }

    @Test
    void of_lengthThatCantBeWritten_isRefused() {
        SizePrefix small = new SizePrefix.Binary(IntegerFormat.U8, 1);
        assertEquals(Bytes.hex("ff"), small.of(254));
        assertEquals(
                "a length of 256 can't be written in u8 (the body's and 1)",
                assertThrows(IllegalArgumentException.class, () -> small.of(255))
                        .getMessage());
        assertEquals(
                "a length of 100 can't be written in 2 decimal digits",
                assertThrows(IllegalArgumentException.class, () -> new SizePrefix.Ascii(2, 0).of(100))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new SizePrefix.Ascii(2, -3).of(1));
        assertThrows(IllegalArgumentException.class, () -> new SizePrefix.Ascii(0, 0));
        assertThrows(IllegalArgumentException.class, () -> new SizePrefix.Ascii(19, 0));
    }
}
