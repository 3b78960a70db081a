package io.github.sockspec.protocol;

import io.github.sockspec.yaml.Node;
import io.github.sockspec.yaml.YamlText;
import java.util.List;

/** The protocols of {@code fixtures/protocols/}, read once. */
final class Protocols {
    private static final List<String> KEYS = List.of("name", "about", "transport", "port", "roles", "control");
    private static final int LARGEST_PORT = 65_535;

    static final List<Protocol> ALL = YamlText.resource("fixtures/protocols/index.yaml")
            .fields(List.of("protocols"))
            .require("protocols")
            .items()
            .stream()
            .map(name -> read(YamlText.resource("fixtures/protocols/" + name.visibleText() + "/protocol.yaml")))
            .toList();

    private Protocols() {}

    /** The protocol in a file's tree. */
    static Protocol read(Node file) {
        Node.Fields protocol = file.fields(KEYS);
        return new Protocol(
                protocol.require("name").visibleText(),
                protocol.require("about").visibleText(),
                protocol.require("transport").oneOf(Transport.class),
                protocol.require("port").integer(1, LARGEST_PORT),
                protocol.require("roles").items().stream()
                        .map(role -> role.oneOf(Role.class))
                        .toList(),
                protocol.require("control").visibleText());
    }
}
