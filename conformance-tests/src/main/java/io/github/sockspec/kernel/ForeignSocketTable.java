package io.github.sockspec.kernel;

import io.github.sockspec.protocol.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who waits for clients in the network of another process, as its own {@code /proc} tells everybody. */
public record ForeignSocketTable(long pid) {
    private static final String LISTENING = "0A";
    private static final String UNCONNECTED = "07";
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int HEX = 16;

    /** The inodes of the sockets that wait on this port. */
    public Set<Long> waiting(Transport transport, int port) {
        Set<Long> inodes = new HashSet<>();
        rows(transport, port).forEach(row -> inodes.add(Long.parseLong(row[INODE])));
        return inodes;
    }

    /** Whether it is only from the same network that one can reach what waits on {@code port}. */
    public boolean loopbackOnly(Transport transport, int port) {
        List<String[]> rows = rows(transport, port);
        // The octets of an address stand in the machine's order, as one number.
        return !rows.isEmpty()
                && rows.stream()
                        .map(row -> row[LOCAL].substring(0, row[LOCAL].indexOf(':')))
                        .allMatch(host -> host.equals("0100007F") || host.matches("0{24}01000000"));
    }

    private List<String[]> rows(Transport transport, int port) {
        boolean datagrams = transport == Transport.UDP;
        String state = datagrams ? UNCONNECTED : LISTENING;
        List<String[]> rows = new java.util.ArrayList<>();
        for (String name : datagrams ? List.of("udp", "udp6") : List.of("tcp", "tcp6")) {
            for (String line : lines(name)) {
                String[] row = line.strip().split("\\s+", -1);
                if (row.length > INODE && row[STATE].equals(state) && port(row[LOCAL]) == port) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), HEX);
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/net/" + name));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
