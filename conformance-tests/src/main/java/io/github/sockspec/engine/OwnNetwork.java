package io.github.sockspec.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Network.Ipam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A network with this machine at one end and one container at the other; nothing leads out of it. */
public final class OwnNetwork implements AutoCloseable {
    private final DockerClient client;
    private final String id;

    private OwnNetwork(DockerClient client, String id) {
        this.client = client;
        this.id = id;
    }

    /**
     * Which addresses it has. Both are empty where the engine may choose.
     *
     * @param subnet as {@code address/bits}
     * @param gateway this machine's own
     */
    public record Range(Optional<String> subnet, Optional<String> gateway) {
        public static final Range ANY = new Range(Optional.empty(), Optional.empty());
    }

    static OwnNetwork create(DockerClient client, Range range) {
        CreateNetworkCmd command = client.createNetworkCmd()
                .withName("sockspec-" + UUID.randomUUID())
                .withInternal(true)
                .withLabels(Owner.labels());
        range.subnet().ifPresent(subnet -> {
            Ipam.Config config = new Ipam.Config().withSubnet(subnet);
            range.gateway().ifPresent(config::withGateway);
            command.withIpam(new Ipam().withConfig(List.of(config)));
        });
        return new OwnNetwork(client, command.exec().getId());
    }

    String id() {
        return id;
    }

    /** This machine's own address in it. */
    public String gateway() {
        return client.inspectNetworkCmd().withNetworkId(id).exec().getIpam().getConfig().stream()
                .flatMap(config -> Optional.ofNullable(config.getGateway()).stream())
                .findFirst()
                .orElseThrow(() -> new EngineFailure("the engine gave its network no gateway"));
    }

    @Override
    public void close() {
        try {
            client.removeNetworkCmd(id).exec();
        } catch (DockerException gone) {
            // Removed already, or still in use: its label finds it later.
        }
    }
}
