package io.github.sockspec.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;

/** What runs that were killed have left at the engine. */
final class Leftovers {
    private Leftovers() {}

    /** Removes containers and networks whose owner is dead; those of others that still run are left alone. */
    static void remove(DockerClient client) {
        List<Container> containers = client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(Owner.LABEL))
                .exec();
        for (Container container : containers) {
            if (dead(container.getLabels())) {
                quietly(() -> client.removeContainerCmd(container.getId())
                        .withForce(true)
                        .withRemoveVolumes(true)
                        .exec());
            }
        }
        List<Network> networks = client.listNetworksCmd()
                .withFilter("label", List.of(Owner.LABEL))
                .exec();
        for (Network network : networks) {
            if (dead(network.getLabels())) {
                quietly(() -> client.removeNetworkCmd(network.getId()).exec());
            }
        }
    }

    private static boolean dead(Map<String, String> labels) {
        return Owner.dead(labels.getOrDefault(Owner.LABEL, ""));
    }

    private static void quietly(Runnable removal) {
        try {
            removal.run();
        } catch (DockerException removedByAnother) {
            // Two runs that start together both see it; one of them is first.
        }
    }
}
