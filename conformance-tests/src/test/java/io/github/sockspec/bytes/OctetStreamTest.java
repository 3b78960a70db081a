package io.github.sockspec.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OctetStreamTest {
    @Test
    void soFar_appendedTo_staysWhatItWas() {
        OctetStream stream = new OctetStream();
        stream.append(new byte[] {'a', 'b', 'x'}, 2);
        Bytes before = stream.soFar();
        stream.append(new byte[] {'c'}, 1);
        assertEquals(Bytes.utf8("ab"), before);
        assertEquals(Bytes.utf8("abc"), stream.soFar());
    }

    @Test
    void append_beyondItsRoom_keepsAll() {
        OctetStream stream = new OctetStream();
        for (int block = 0; block < 100; block++) {
            stream.append(Bytes.repeat(Bytes.of((byte) block), 100).toArray(), 100);
        }
        assertEquals(10_000, stream.length());
        assertEquals(57, stream.soFar().at(5_799));
        assertEquals(Bytes.repeat(Bytes.of((byte) 99), 100), stream.soFar().from(9_900));
    }
}
