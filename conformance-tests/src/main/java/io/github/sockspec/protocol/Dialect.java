package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.yaml.Node;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The details in which real programs of one protocol differ without being wrong: the value of each key of the protocol's
 * {@code dialect.yaml}. Immutable; two of the same protocol and values are equal.
 */
public final class Dialect {
    private static final String REQUEST_ENDS = "request.ends";
    private static final String EXIT = "exit";

    private final Protocol protocol;
    private final DialectValues values;
    private final DialectTerms terms;

    private Dialect(Protocol protocol, DialectValues values) {
        this.protocol = protocol;
        this.values = values;
        this.terms = DialectTerms.of(values);
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

    /** Whose it is. */
    public Protocol protocol() {
        return protocol;
    }

    /** The value of each key, as a manifest writes it. */
    public Map<String, String> values() {
        return values.texts();
    }

    /** Whether its protocol has that key. */
    public boolean has(String key) {
        return values().containsKey(key);
    }

    /** The value of {@code key}, as a manifest writes it. */
    public String text(String key) {
        return values.text(key);
    }

    /** Whether {@code key} has that value; false where there is no such key. */
    public boolean is(String key, String value) {
        return value.equals(values().get(key));
    }

    /** The text of {@code key} in the encoding that its requests, or whatever else it belongs to, have. */
    public Bytes octets(String key) {
        return values.octets(key);
    }

    /** The encoding that {@code key} names. */
    public Charset charset(String key) {
        return values.charset(key);
    }

    /** How a request is told from the next one. */
    public RequestFraming request() {
        return terms.request().orElseThrow(() -> none(REQUEST_ENDS));
    }

    /** How a reply tells where it ends. */
    public ReplyFrame reply() {
        return terms.reply().orElseThrow(() -> none("reply.frame"));
    }

    /** What the client sends between header and body. */
    public Optional<Bytes> acknowledge() {
        return terms.acknowledge();
    }

    /** The word that ends the connection, if there is one. */
    public Optional<String> exit() {
        return is(EXIT, "none") ? Optional.empty() : Optional.of(text(EXIT));
    }

    /** The body for a command that wrote these. */
    public Bytes bodyOf(Bytes stdout, Bytes stderr) {
        Bytes chosen = terms.body().orElseThrow(() -> none("body")).choose(stdout, stderr);
        return chosen.isEmpty() ? octets("empty") : chosen;
    }

    /** The bytes of a request's {@code text}, not yet framed. */
    public Bytes encoded(String text) {
        return Bytes.text(text, request().charset());
    }

    /** Whether a request that arrives cut or joined has one right answer; false only where nothing ends a request. */
    public boolean cuttable() {
        return !is(REQUEST_ENDS, "nothing");
    }

    /** How many clients a server of it lives for. */
    public Lifetime lifetime() {
        return terms.lifetime();
    }

    /** Whether a client of this and a server of {@code other}, of the same protocol, understand each other. */
    public boolean pairsWith(Dialect other) {
        return values.shared().allMatch(key -> other.is(key, text(key)));
    }

    private IllegalStateException none(String key) {
        return new IllegalStateException(protocol.word() + " has no key " + key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dialect dialect
                && protocol.equals(dialect.protocol)
                && values().equals(dialect.values());
    }

    @Override
    public int hashCode() {
        return Objects.hash(protocol, values());
    }

    /** The keys whose values are not the reference's, with these. */
    @Override
    public String toString() {
        Map<String, String> reference = reference(protocol).values();
        return new TreeMap<>(values())
                .entrySet().stream()
                        .filter(each -> !each.getValue().equals(reference.get(each.getKey())))
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining(", "));
    }
}
