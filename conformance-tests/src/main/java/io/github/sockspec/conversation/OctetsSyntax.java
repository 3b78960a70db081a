package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link Octets} from what a YAML parser gives. */
final class OctetsSyntax {
    private static final String ALLOWED = "a string, {hex: \"0a ff\"}, {repeat: …, times: n} or a list of these";

    private OctetsSyntax() {}

    static Octets read(Object written) {
        if (written instanceof Map<?, ?> map) {
            return fromMap(map);
        }
        if (written instanceof List<?> parts) {
            return new Octets.Joined(parts.stream().map(OctetsSyntax::part).toList());
        }
        if (written instanceof String || written instanceof Number) {
            return new Octets.Text(written.toString());
        }
        throw new IllegalArgumentException("bytes are written as " + ALLOWED + ", not " + written);
    }

    private static Octets part(@Nullable Object written) {
        return read(Objects.requireNonNullElse(written, "null"));
    }

    private static Octets fromMap(Map<?, ?> map) {
        if (map.keySet().equals(Set.of("hex"))) {
            return new Octets.Raw(Bytes.hex(String.valueOf(map.get("hex"))));
        }
        Object unit = map.get("repeat");
        if (map.size() == 2 && unit != null && map.get("times") instanceof Integer times && times >= 0) {
            return new Octets.Repeated(read(unit), times);
        }
        throw new IllegalArgumentException("bytes are written as " + ALLOWED + ", not " + map);
    }
}
