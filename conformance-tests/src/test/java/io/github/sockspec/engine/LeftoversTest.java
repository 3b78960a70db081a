package io.github.sockspec.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run that was killed leaves its containers and networks behind, and the next one removes them. */
@NeedsEngine
class LeftoversTest {
    private static final String BEFORE_THE_BOOT = "another-boot/pid:[1] 1 1";

    private final DockerClient client = Engine.here().client();

    @Test
    void remove_networkOfADeadRun_isGone() {
        String dead = network(BEFORE_THE_BOOT);

        Leftovers.remove(client);

        assertThrows(
                NotFoundException.class,
                () -> client.inspectNetworkCmd().withNetworkId(dead).exec());
    }

    @Test
    void remove_networkOfALivingRun_stays() {
        String living = network(Owner.labels().get(Owner.LABEL));

        Leftovers.remove(client);

        assertEquals(
                living, client.inspectNetworkCmd().withNetworkId(living).exec().getId());
        client.removeNetworkCmd(living).exec();
    }

    private String network(String owner) {
        return client.createNetworkCmd()
                .withName("sockspec-test-" + System.nanoTime())
                .withInternal(true)
                .withLabels(Map.of(Owner.LABEL, owner))
                .exec()
                .getId();
    }
}
