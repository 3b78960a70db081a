package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.yaml.Node;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The details in which real programs of one protocol differ without being wrong.
 *
 * @param protocol whose they are
 * @param values the value of each key of the protocol's {@code dialect.yaml}, as a manifest writes it
 */
public record Dialect(Protocol protocol, Map<String, String> values) {
    /** Any bytes will do; a single one can't be cut, and what a cut of these would mean nobody could tell. */
    private static final Bytes ANY_ACKNOWLEDGEMENT = Bytes.utf8("1");

    private static final String NONE = "none";

    public Dialect {
        values = Map.copyOf(values);
    }

    /** The reference dialect of {@code protocol}. */
    public static Dialect reference(Protocol protocol) {
        return new Dialect(protocol, DialectKeys.of(protocol).reference());
    }

    /**
     * The dialect that a manifest's section says.
     *
     * @throws io.github.sockspec.yaml.InvalidYaml at the first value in it that is wrong
     */
    public static Dialect read(Node section, Protocol protocol) {
        return new Dialect(protocol, DialectKeys.of(protocol).values(section));
    }

    /** Whether its protocol has that key. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of {@code key}, as a manifest writes it. */
    public String text(String key) {
        return Objects.requireNonNull(values.get(key), () -> protocol.word() + " has no key " + key);
    }

    /** Whether {@code key} has that value; false where there is no such key. */
    public boolean is(String key, String value) {
        return value.equals(values.get(key));
    }

    /** The text of {@code key} in the encoding that its requests, or whatever else it belongs to, have. */
    public Bytes octets(String key) {
        return DialectKeys.of(protocol).octets(values, key);
    }

    /** The encoding that {@code key} names. */
    public Charset charset(String key) {
        return Charset.forName(text(key));
    }

    /** How a request is told from the next one. */
    public RequestFraming request() {
        return new RequestFraming(
                constant(RequestEnd.class, "request.ends"),
                charset("request.encoding"),
                has("reply.integer") ? integer() : IntegerFormat.I32LE);
    }

    /** How a reply tells where it ends. */
    public ReplyFrame reply() {
        return switch (text("reply.frame")) {
            case "length" -> new ReplyFrame.Length(integer());
            case "json" -> new ReplyFrame.Json(integer(), text("reply.size-key"));
            case "ascii" -> new ReplyFrame.Ascii(Integer.parseInt(text("reply.width")));
            default -> new ReplyFrame.Eof();
        };
    }

    /** What the client sends between header and body. */
    public Optional<Bytes> acknowledge() {
        return switch (text("reply.acknowledge")) {
            case NONE -> Optional.empty();
            case "any" -> Optional.of(ANY_ACKNOWLEDGEMENT);
            default -> Optional.of(octets("reply.acknowledge"));
        };
    }

    /** The word that ends the connection, if there is one. */
    public Optional<String> exit() {
        return is("exit", NONE) ? Optional.empty() : Optional.of(text("exit"));
    }

    /** The body for a command that wrote these. */
    public Bytes bodyOf(Bytes stdout, Bytes stderr) {
        Bytes chosen = constant(BodyRule.class, "body").choose(stdout, stderr);
        return chosen.isEmpty() ? octets("empty") : chosen;
    }

    /** The bytes of a request's {@code text}, not yet framed. */
    public Bytes encoded(String text) {
        return Bytes.text(text, charset("request.encoding"));
    }

    /** Whether a request that arrives cut or joined has one right answer; false only where nothing ends a request. */
    public boolean cuttable() {
        return !is("request.ends", "nothing");
    }

    /** How many clients a server of it lives for. */
    public Lifetime lifetime() {
        return has("lifetime") ? constant(Lifetime.class, "lifetime") : Lifetime.MANY;
    }

    /** The keys whose values are not the reference's, with these. */
    @Override
    public String toString() {
        Map<String, String> reference = reference(protocol).values;
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(each -> !each.getValue().equals(reference.get(each.getKey())))
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining(", "));
    }

    private IntegerFormat integer() {
        return constant(IntegerFormat.class, "reply.integer");
    }

    private <E extends Enum<E>> E constant(Class<E> type, String key) {
        return Enum.valueOf(type, text(key).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
