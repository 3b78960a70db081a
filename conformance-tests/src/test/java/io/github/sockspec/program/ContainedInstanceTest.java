package io.github.sockspec.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.conversation.Accounts;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.ConversationEncoder;
import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.conversation.Scripts;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.engine.NeedsEngine;
import io.github.sockspec.engine.TestImages;
import io.github.sockspec.kernel.Resources;
import io.github.sockspec.manifest.Messages;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.verdict.ConversationJudge;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Carrier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A server in a container: reached wherever it listens there, read-confirmed, kept within limits, and gone when closed. */
@NeedsEngine
class ContainedInstanceTest {
    private static final HostEnvironment OUTSIDE = HostEnvironment.HERE.outside();

    @Test
    void start_boundToItsLoopback_isReachedAndCutsAreConfirmed() {
        try (Instance instance = Instances.start(login("127.0.0.1", Optional.empty()))) {
            Observation seen = cut(instance);

            assertTrue(seen.confirmed(), seen::toString);
            assertTrue(instance.alive());
        }
    }

    @Test
    void start_fixedAddress_isReachedUnedited() {
        Optional<String> fixed = Optional.of("192.168.13.22:8899");
        try (Instance instance = Instances.start(login("192.168.13.22", fixed))) {
            assertEquals("192.168.13.22:8899", Addresses.text(instance.address()));
            assertTrue(cut(instance).confirmed());
        }
    }

    @Test
    void start_imageWithAUser_isolationSaysWhatItHas() {
        try (Instance instance = Instances.start(login("127.0.0.1", Optional.empty()))) {
            String isolation = instance.identity().isolation();

            assertTrue(
                    isolation.startsWith(
                            "container, user 10001:10001, no capabilities, no new privileges, at most 1024 MiB"),
                    isolation);
            assertTrue(instance.identity().image().orElseThrow().contains("sha256:"));
        }
    }

    @Test
    void restart_killed_servesAgainOnTheSameAddress() {
        try (Instance instance = Instances.start(login("127.0.0.1", Optional.empty()))) {
            ConfinedPlace confinement = instance.confinement().orElseThrow();
            confinement.kill();
            assertFalse(instance.alive());

            confinement.restart();

            assertTrue(cut(instance).confirmed());
        }
    }

    @Test
    void resources_ofItsProcesses_areSeen() {
        try (Instance instance = Instances.start(login("127.0.0.1", Optional.empty()))) {
            Resources resources = instance.resources().orElseThrow();

            assertEquals(1, resources.processes());
            assertTrue(resources.descriptors() > 3, resources::toString);
            assertTrue(instance.confinement().orElseThrow().peakBytes().orElse(0) > 1 << 20);
        }
    }

    @Test
    void start_withoutTheRightToEnter_isReachedByItsNetworkAndCutsAreTimed() {
        try (Instance instance = start(login("0.0.0.0", Optional.empty()))) {
            Observation seen = cut(instance);

            assertFalse(seen.confirmed(), seen::toString);
            assertTrue(instance.identity().isolation().contains("a network with this process alone"));
        }
    }

    @Test
    void start_withoutTheRightToEnter_hasAFixedAddressAllTheSame() {
        try (Instance instance = start(login("192.168.213.22", Optional.of("192.168.213.22:8899")))) {
            assertEquals("192.168.213.22:8899", Addresses.text(instance.address()));
            cut(instance);
        }
    }

    @Test
    void start_withoutTheRightToEnter_loopbackIsRefusedInOneLine() {
        StartFailure failure = assertThrows(StartFailure.class, () -> start(login("127.0.0.1", Optional.empty())));

        assertTrue(
                Messages.of(failure).contains("listens on the loopback address of its container"), failure::toString);
    }

    @Test
    void start_programThatEndsAtOnce_saysItsLastWords() {
        Implementation login = with(new Start.Image(
                TestImages.of("python"),
                Optional.empty(),
                OptionalInt.of(8899),
                Optional.empty(),
                List.of("python3", "nowhere.py"),
                Map.of(),
                List.of(),
                Start.Console.PIPE));

        StartFailure failure = assertThrows(StartFailure.class, () -> Instances.start(login));

        assertTrue(
                Messages.of(failure).contains("ended with status 2 before it listened on port 8899"),
                failure::toString);
        assertTrue(Messages.of(failure).contains("No such file or directory"), failure::toString);
    }

    private static Instance start(Implementation implementation) {
        return Instances.start(implementation, CoreAssignment.ANYWHERE, OUTSIDE.patient(Duration.ofSeconds(30)));
    }

    /** The login server of the fixtures, bound to {@code host} inside. */
    private static Implementation login(String host, Optional<String> fixed) {
        return with(new Start.Image(
                TestImages.of("python"),
                Optional.empty(),
                fixed.isPresent() ? OptionalInt.empty() : OptionalInt.of(8899),
                fixed.flatMap(Addresses::parse),
                List.of("python3", "correct/login_server.py", host, "{port}", "{accounts}"),
                Map.of(),
                List.of(),
                Start.Console.PIPE));
    }

    private static Implementation with(Start.Image image) {
        return new Implementation(
                "contained",
                Protocol.required("login"),
                Role.SERVER,
                image,
                Dialect.reference(Protocol.required("login")),
                List.of(),
                ScriptedConversations.in(Dialect.reference(Protocol.required("login"))),
                Map.of());
    }

    /** One plain conversation, its request cut once; it must be answered rightly. */
    private static Observation cut(Instance instance) {
        Conversation plain = ConversationEncoder.of(Dialect.reference(Protocol.required("login")), Accounts.FIXTURE)
                .speak(Scripts.of(Protocol.required("login"), "plain"), Map.of());
        Delivery delivery =
                Family.EVERY_CUT.of(plain.shape(), Sampling.DEFAULT).findFirst().orElseThrow();
        return instance.network().within(() -> {
            try (Carrier carrier = Carrier.confirming(Limits.UNMEASURED)) {
                Observation seen = carrier.carry(instance.address(), plain, delivery);
                assertEquals(Finding.HOLDS, ConversationJudge.judge(plain, delivery, seen));
                return seen;
            }
        });
    }
}
