package io.github.sockspec.bytes;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * An immutable run of octets, equal by content. {@link #toString()} renders it so that a person can read it: printable
 * ASCII as it is, everything else as an escape ({@code \n}, {@code \xe4}).
 */
public final class Bytes {
    /** No octets. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    /** Shared by all runs that are cut from one; never written to where one of them reaches. */
    private final byte[] octets;

    private final int start;
    private final int length;

    private Bytes(byte[] octets) {
        this(octets, 0, octets.length);
    }

    private Bytes(byte[] octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
    }

    /** The first {@code length} octets of {@code octets}, which nobody writes to there any more, without a copy. */
    static Bytes over(byte[] octets, int length) {
        return new Bytes(octets, 0, length);
    }

    public static Bytes of(byte... octets) {
        return new Bytes(octets.clone());
    }

    /** The first {@code length} octets of {@code octets}. */
    public static Bytes of(byte[] octets, int length) {
        return new Bytes(Arrays.copyOf(octets, length));
    }

    /** The octets of {@code text} in UTF-8. */
    public static Bytes utf8(String text) {
        return text(text, StandardCharsets.UTF_8);
    }

    /** The octets of {@code text} in {@code charset}; a character that the charset lacks becomes its replacement. */
    public static Bytes text(String text, Charset charset) {
        return new Bytes(text.getBytes(charset));
    }

    /**
     * The octets written in hexadecimal; blanks between octets are allowed.
     *
     * @throws IllegalArgumentException when it is not hexadecimal or has an odd number of digits
     */
    public static Bytes hex(String digits) {
        return new Bytes(HexFormat.of().parseHex(digits.replace(" ", "").replace("\n", "")));
    }

    /** {@code unit}, {@code times} times over. */
    public static Bytes repeat(Bytes unit, int times) {
        byte[] all = new byte[Math.multiplyExact(unit.length(), times)];
        for (int at = 0; at < all.length; at += unit.length()) {
            unit.copyTo(all, at);
        }
        return new Bytes(all);
    }

    public static Bytes join(Collection<Bytes> parts) {
        List<Bytes> full = parts.stream().filter(part -> !part.isEmpty()).toList();
        if (full.size() == 1) {
            return full.get(0);
        }
        byte[] all = new byte[full.stream().mapToInt(Bytes::length).reduce(0, Math::addExact)];
        int at = 0;
        for (Bytes part : full) {
            part.copyTo(all, at);
            at += part.length;
        }
        return new Bytes(all);
    }

    private void copyTo(byte[] all, int at) {
        System.arraycopy(octets, start, all, at, length);
    }

    public Bytes plus(Bytes next) {
        return join(List.of(this, next));
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int at(int index) {
        return octets[start + Objects.checkIndex(index, length)] & 0xff;
    }

    public Bytes from(int first) {
        return slice(first, length);
    }

    /** The octets from {@code first} up to, not including, {@code end}, without a copy. */
    public Bytes slice(int first, int end) {
        if (first > end) {
            throw new IllegalArgumentException("from " + first + " to " + end);
        }
        Objects.checkFromToIndex(first, end, length);
        return new Bytes(octets, start + first, end - first);
    }

    /** The octets as a read-only buffer over this value, without a copy. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(octets, start, length).slice().asReadOnlyBuffer();
    }

    public byte[] toArray() {
        return Arrays.copyOfRange(octets, start, start + length);
    }

    /** Whether {@code other} stands here at {@code offset}, as far as this reaches. */
    public boolean hasAt(int offset, Bytes other) {
        int shared = Math.min(other.length(), length() - offset);
        return shared >= 0 && sharesAt(offset, other, shared);
    }

    /** The first index at which the two differ, counting a missing octet as different; -1 when they are equal. */
    public int mismatch(Bytes other) {
        return Arrays.mismatch(octets, start, start + length, other.octets, other.start, other.start + other.length);
    }

    /** The first index at or after {@code from} at which {@code wanted} stands; -1 when it does not. */
    public int indexOf(Bytes wanted, int from) {
        for (int at = from; at + wanted.length() <= length(); at++) {
            if (sharesAt(at, wanted, wanted.length())) {
                return at;
            }
        }
        return -1;
    }

    private boolean sharesAt(int offset, Bytes other, int shared) {
        int from = start + offset;
        return Arrays.equals(octets, from, from + shared, other.octets, other.start, other.start + shared);
    }

    /** The octets as text; malformed octets become the replacement character. */
    public String decode(Charset charset) {
        return new String(octets, start, length, charset);
    }

    /** Lower-case hexadecimal, two digits an octet, nothing between. */
    public String toHex() {
        return HexFormat.of().formatHex(octets, start, start + length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && length == that.length && sharesAt(0, that, length);
    }

    @Override
    public int hashCode() {
        return buffer().hashCode();
    }

    /** A readable rendering of at most the first 200 octets. */
    @Override
    public String toString() {
        return rendered(200);
    }

    /**
     * As a person reads them: printable ASCII, escapes for the rest, never anything that a terminal would obey; at most {@code limit}
     * of them, in quotes. What was left out is counted behind them.
     */
    public String rendered(int limit) {
        return rendered(limit, length());
    }

    /** The same of {@code length} octets, of which these are the first. */
    public String rendered(int limit, int length) {
        int shown = Math.min(limit, length());
        StringBuilder text = new StringBuilder("\"");
        for (int at = 0; at < shown; at++) {
            text.append(renderedOctet(at(at)));
        }
        text.append('"');
        if (shown < length) {
            text.append(" … ").append(length - shown).append(" more bytes");
        }
        return text.toString();
    }

    /** One octet, as it stands inside the quotes: 1, 2 or 4 characters. */
    public static String renderedOctet(int octet) {
        return switch (octet) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> octet >= 0x20 && octet < 0x7f ? String.valueOf((char) octet) : String.format("\\x%02x", octet);
        };
    }

    /** The column, counted from the opening quote, at which octet {@code index} stands in the rendering. */
    public int renderedColumn(int index) {
        int column = 1;
        for (int at = 0; at < Math.min(index, length()); at++) {
            column += renderedOctet(at(at)).length();
        }
        return column;
    }
}
