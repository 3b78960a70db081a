package io.github.sockspec.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import com.github.dockerjava.api.model.Volume;
import java.util.List;

/** Turns a recipe into what the engine is asked for. */
final class ContainerRequest {
    private static final String HOST_NAME = "contained";
    private static final long PERIOD_MICROS = 100_000;

    private ContainerRequest() {}

    static String create(DockerClient client, String architecture, Recipe recipe) {
        CreateContainerCmd command = client.createContainerCmd(recipe.image().id())
                .withEntrypoint(IdleProcess.command(architecture))
                .withCmd(List.of())
                .withHostName(HOST_NAME)
                .withStdinOpen(true)
                .withLabels(Owner.labels())
                // Whether it is well is what the cases find out; the image's own check would be one more program beside
                // it.
                .withHealthcheck(new HealthCheck().withTest(List.of("NONE")))
                .withEnv(recipe.environment().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList())
                .withHostConfig(host(recipe));
        recipe.link().flatMap(Recipe.Link::address).ifPresent(command::withIpv4Address);
        if (!recipe.user().isEmpty()) {
            command.withUser(recipe.user());
        }
        return command.exec().getId();
    }

    private static HostConfig host(Recipe recipe) {
        ContainerLimits ceiling = recipe.ceiling();
        long descriptors = ceiling.descriptors();
        long seconds = ceiling.cpu().toSeconds();
        HostConfig host = HostConfig.newHostConfig()
                .withCapDrop(Capability.ALL)
                .withCapAdd(
                        recipe.capabilities().stream().map(Capability::valueOf).toArray(Capability[]::new))
                .withSecurityOpts(List.of("no-new-privileges"))
                .withNetworkMode(recipe.link().map(link -> link.network().id()).orElse("none"))
                .withExtraHosts(HOST_NAME + ":127.0.0.1")
                .withMemory(ceiling.memoryBytes())
                .withMemorySwap(ceiling.memoryBytes())
                .withPidsLimit((long) ceiling.processes())
                .withUlimits(List.of(
                        new Ulimit("nofile", descriptors, descriptors),
                        new Ulimit("cpu", seconds, seconds),
                        new Ulimit("core", 0L, 0L)))
                .withReadonlyRootfs(ceiling.root() == ContainerLimits.Root.READ_ONLY)
                .withTmpFs(ceiling.memoryFiles())
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withBinds(recipe.mounts().stream()
                        .map(mount -> new Bind(mount.from().toString(), new Volume(mount.to()), AccessMode.ro))
                        .toList());
        ceiling.cores().ifPresent(cores -> host.withCpuPeriod(PERIOD_MICROS)
                .withCpuQuota(Math.max(1_000, Math.round(cores * PERIOD_MICROS))));
        return host;
    }
}
