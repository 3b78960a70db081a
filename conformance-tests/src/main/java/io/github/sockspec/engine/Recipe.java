package io.github.sockspec.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a container is made. Whatever the recipe, it has no capabilities but those named here, and gets no new ones.
 *
 * @param image what it is made of
 * @param user whom its programs run as; empty leaves that to the image
 * @param capabilities those that it is given, such as {@code NET_BIND_SERVICE}
 * @param ceiling what it can use
 * @param environment variables, beside those of the image
 * @param mounts files and directories of this machine in it, all read-only
 * @param link the network it is linked to; empty for none but its own loopback
 */
public record Recipe(
        Image image,
        String user,
        List<String> capabilities,
        ContainerLimits ceiling,
        Map<String, String> environment,
        List<Mount> mounts,
        Optional<Link> link) {
    public Recipe {
        capabilities = List.copyOf(capabilities);
        environment = Map.copyOf(environment);
        mounts = List.copyOf(mounts);
    }

    /** {@code from} of this machine at {@code to} in the container. */
    public record Mount(Path from, String to) {}

    /** A network, and the address that the container has there if it matters. */
    public record Link(OwnNetwork network, Optional<String> address) {}
}
