package io.github.sockspec.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntegerFormatTest {
    @ParameterizedTest
    @EnumSource(IntegerFormat.class)
    void decode_whatWasEncoded_isTheSame(IntegerFormat format) {
        Random random = new Random(7);
        for (int time = 0; time < 1000; time++) {
            long value = random.nextLong() & format.largest();
            Bytes written = format.encode(value);
            assertEquals(format.width(), written.length());
            assertEquals(value, format.decode(Bytes.utf8("xy").plus(written).plus(Bytes.utf8("z")), 2));
        }
    }

    @Test
    void encode_theCoursesNumber_isTheCoursesBytes() {
        assertEquals("6fd61200", IntegerFormat.I32LE.encode(1_234_543).toHex());
        assertEquals("0012d66f", IntegerFormat.I32BE.encode(1_234_543).toHex());
        assertEquals("6fd6120000000000", IntegerFormat.I64LE.encode(1_234_543).toHex());
        assertEquals("6fd61200", IntegerFormat.U32LE.encode(1_234_543).toHex());
        assertEquals("0012d66f", IntegerFormat.U32BE.encode(1_234_543).toHex());
        assertEquals("000000000012d66f", IntegerFormat.I64BE.encode(1_234_543).toHex());
    }

    @Test
    void decode_allOnes_isNegativeWhereSigned() {
        Bytes ones = Bytes.hex("ffffffffffffffff");
        assertEquals(-1, IntegerFormat.I32LE.decode(ones, 0));
        assertEquals(-1, IntegerFormat.I32BE.decode(ones, 0));
        assertEquals(-1, IntegerFormat.I64LE.decode(ones, 0));
        assertEquals(-1, IntegerFormat.I64BE.decode(ones, 0));
        assertEquals(65_535, IntegerFormat.U16BE.decode(ones, 0));
        assertEquals(65_535, IntegerFormat.U16LE.decode(ones, 0));
        assertEquals(4_294_967_295L, IntegerFormat.U32LE.decode(ones, 0));
        assertEquals(4_294_967_295L, IntegerFormat.U32BE.decode(ones, 0));
    }

    @Test
    void encode_tooLarge_keepsTheLowBits() {
        assertEquals("0001", IntegerFormat.U16BE.encode(65_537).toHex());
        assertEquals("ffffffff", IntegerFormat.I32LE.encode(-1).toHex());
    }
}
