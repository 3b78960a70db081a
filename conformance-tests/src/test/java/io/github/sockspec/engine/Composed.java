package io.github.sockspec.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A service of a compose file, started as that says, but on ports of this machine that are free. */
public final class Composed implements AutoCloseable {
    private final DockerClient client = Engine.here().client();
    private final String id;

    public Composed(JsonNode service, String image) {
        List<ExposedPort> ports = words(service.path("ports")).stream()
                .map(each -> ExposedPort.parse(each.substring(each.lastIndexOf(':') + 1)))
                .toList();
        HostConfig host = HostConfig.newHostConfig()
                .withPortBindings(ports.stream()
                        .map(port -> new PortBinding(Ports.Binding.bindIp("127.0.0.1"), port))
                        .toList())
                .withReadonlyRootfs(service.path("read_only").asBoolean())
                .withInit(service.path("init").asBoolean())
                .withTmpFs(Map.of("/tmp", "size=64m"))
                .withCapDrop(Capability.valueOf(service.path("cap_drop").get(0).asText()))
                .withSecurityOpts(words(service.path("security_opt")))
                .withMemory(512L << 20)
                .withPidsLimit(service.path("pids_limit").asLong());
        id = client.createContainerCmd(image)
                .withLabels(Owner.labels())
                .withCmd(words(service.path("command")))
                .withExposedPorts(ports)
                .withHostConfig(host)
                .exec()
                .getId();
        client.startContainerCmd(id).exec();
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Where {@code port} of the container is published on this machine. */
    public int published(String port) {
        return Integer.parseInt(client.inspectContainerCmd(id)
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(ExposedPort.parse(port))[0]
                .getHostPortSpec());
    }

    /** What its health check says, asked now. */
    public boolean healthy() {
        String check = client.execCreateCmd(id)
                .withCmd("listens.sh")
                .withAttachStdout(true)
                .exec()
                .getId();
        try {
            client.execStartCmd(check)
                    .exec(new com.github.dockerjava.api.async.ResultCallback.Adapter<>())
                    .awaitCompletion();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
        return Long.valueOf(0).equals(client.inspectExecCmd(check).exec().getExitCodeLong());
    }

    @Override
    public void close() {
        client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    }
}
