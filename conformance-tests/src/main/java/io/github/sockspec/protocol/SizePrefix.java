package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/** A length in front of a body: an integer, or decimal digits. */
public sealed interface SizePrefix {
    /** The number of octets it takes. */
    int width();

    /** How much more than the body's length it says: its own width, say, where it counts itself too. */
    int plus();

    /** The largest number that it can say. */
    long largest();

    /** That number as it travels; no more than {@link #largest} and no less than 0. */
    Bytes encode(long number);

    /** The number that stands at {@code at}, {@link #plus} included; negative where that is none or not one of a length. */
    long announced(Bytes stream, int at);

    /**
     * What travels in front of a body of that many octets.
     *
     * @throws IllegalArgumentException when that can't be written
     */
    default Bytes of(long bodyLength) {
        long number = bodyLength + plus();
        if (number < 0 || number > largest()) {
            throw new IllegalArgumentException("a length of " + number + " can't be written in " + this);
        }
        return encode(number);
    }

    /** An integer. */
    record Binary(IntegerFormat integer, int plus) implements SizePrefix {
        @Override
        public int width() {
            return integer.width();
        }

        @Override
        public long largest() {
            return integer.largest();
        }

        @Override
        public Bytes encode(long number) {
            return integer.encode(number);
        }

        @Override
        public long announced(Bytes stream, int at) {
            return integer.decode(stream, at);
        }

        @Override
        public String toString() {
            return integer.word() + counting(plus);
        }
    }

    /** Decimal digits, filled with zeros to {@code width}, 1 to 18. */
    record Ascii(int width, int plus) implements SizePrefix {
        public Ascii {
            if (width < 1 || width > 18) {
                throw new IllegalArgumentException("a length of " + width + " digits: 1 to 18 are possible");
            }
        }

        @Override
        public long largest() {
            return Long.parseLong("9".repeat(width));
        }

        @Override
        public Bytes encode(long number) {
            String digits = String.valueOf(number);
            return Bytes.utf8("0".repeat(width - digits.length()) + digits);
        }

        @Override
        public long announced(Bytes stream, int at) {
            String digits = stream.slice(at, at + width).decode(StandardCharsets.US_ASCII);
            return digits.matches("[0-9]+") ? Long.parseLong(digits) : -1;
        }

        @Override
        public String toString() {
            return width + " decimal digits" + counting(plus);
        }
    }

    private static String counting(int plus) {
        return plus == 0 ? "" : " (the body's and " + plus + ")";
    }
}
