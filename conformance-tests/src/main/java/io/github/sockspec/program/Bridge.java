package io.github.sockspec.program;

import io.github.sockspec.engine.OwnNetwork;
import io.github.sockspec.protocol.Role;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The addresses of a network that links a container with this process, where this one may not go into the container's. An
 * address that the program fixes is had all the same: its subnet is chosen so that the right end has it.
 */
final class Bridge {
    private Bridge() {}

    static OwnNetwork.Range range(Role role, Optional<InetSocketAddress> fixed) {
        Optional<byte[]> address = own(fixed);
        if (address.isEmpty()) {
            return OwnNetwork.Range.ANY;
        }
        byte[] octets = address.get();
        String prefix = (octets[0] & 0xff) + "." + (octets[1] & 0xff) + "." + (octets[2] & 0xff) + ".";
        int host = octets[3] & 0xff;
        // A client looks for its server at the address, so that this machine must have it.
        int gateway = role == Role.SERVER ? (host == 1 ? 2 : 1) : host;
        return new OwnNetwork.Range(Optional.of(prefix + "0/24"), Optional.of(prefix + gateway));
    }

    /** The container's own address, where it matters. */
    static Optional<String> address(Role role, Optional<InetSocketAddress> fixed) {
        return role == Role.SERVER
                ? own(fixed).map(octets -> fixed.orElseThrow().getAddress().getHostAddress())
                : Optional.empty();
    }

    private static Optional<byte[]> own(Optional<InetSocketAddress> fixed) {
        return fixed.map(InetSocketAddress::getAddress)
                .filter(address ->
                        address instanceof Inet4Address && !address.isLoopbackAddress() && !address.isAnyLocalAddress())
                .map(InetAddress::getAddress);
    }
}
