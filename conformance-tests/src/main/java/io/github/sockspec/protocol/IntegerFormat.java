package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** How a length is written on the wire. */
public enum IntegerFormat {
    /** 1 byte, unsigned. */
    U8(1, 0xff, Sign.UNSIGNED),
    /** 4 bytes, little-endian, signed: {@code struct.pack("i", n)} on x86. The reference dialect. */
    I32LE(4, Integer.MAX_VALUE, Sign.SIGNED),
    /** 4 bytes, big-endian, signed: {@code struct.pack("!i", n)}. */
    I32BE(4, Integer.MAX_VALUE, Sign.SIGNED),
    /** 4 bytes, little-endian, unsigned. */
    U32LE(4, 0xffff_ffffL, Sign.UNSIGNED),
    /** 4 bytes, big-endian, unsigned: {@code struct.pack("!I", n)}. */
    U32BE(4, 0xffff_ffffL, Sign.UNSIGNED),
    /** 2 bytes, little-endian, unsigned. */
    U16LE(2, 0xffff, Sign.UNSIGNED),
    /** 2 bytes, big-endian, unsigned: Java's {@code writeUTF}. */
    U16BE(2, 0xffff, Sign.UNSIGNED),
    /** 8 bytes, little-endian, signed. */
    I64LE(8, Long.MAX_VALUE, Sign.SIGNED),
    /** 8 bytes, big-endian, signed: {@code struct.pack("!q", n)}, Java's {@code writeLong}. */
    I64BE(8, Long.MAX_VALUE, Sign.SIGNED);

    private enum Sign {
        SIGNED,
        UNSIGNED
    }

    private final int width;
    private final long largest;
    private final Sign sign;

    IntegerFormat(int width, long largest, Sign sign) {
        this.width = width;
        this.largest = largest;
        this.sign = sign;
    }

    /** The number of bytes it takes. */
    public int width() {
        return width;
    }

    /** The largest length that can be written. */
    public long largest() {
        return largest;
    }

    /** The bytes of {@code value}; only its low bits when it does not fit, so that hostile headers can be written. */
    public Bytes encode(long value) {
        byte[] all = ByteBuffer.allocate(8).order(order()).putLong(value).array();
        Bytes eight = Bytes.of(all);
        return order() == ByteOrder.LITTLE_ENDIAN ? eight.slice(0, width) : eight.slice(8 - width, 8);
    }

    /** The value of the {@code width()} bytes at {@code offset}; negative when the format is signed and they are. */
    public long decode(Bytes bytes, int offset) {
        ByteBuffer buffer = bytes.slice(offset, offset + width).buffer().order(order());
        long value =
                switch (width) {
                    case 1 -> buffer.get();
                    case 2 -> buffer.getShort();
                    case 4 -> buffer.getInt();
                    default -> buffer.getLong();
                };
        return sign == Sign.SIGNED ? value : value & largest;
    }

    /** The lower-case word used in manifests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private ByteOrder order() {
        return name().endsWith("LE") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }
}
