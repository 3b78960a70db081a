package io.github.sockspec.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is asked of the engine before anything runs in it. */
class EngineTest {
    /** With {@code -Dsockspec.engine=required} the build fails here, once, where no engine answers. */
    @Test
    void here_required_answers() {
        assertTrue(
                !EngineCondition.required() || Engine.missing().isEmpty(),
                () -> "sockspec.engine=required, and " + Engine.missing().orElse(""));
    }

    @Test
    void dead_ownersOfThisBoot_areThoseThatNoLongerRun() {
        Owner self = Owner.SELF;
        long pid = self.pid();

        assertFalse(Owner.dead(Owner.labels().get(Owner.LABEL)), "this process lives");
        assertTrue(Owner.dead(self.world() + " " + pid + " 1"), "a process that had this number earlier");
        assertTrue(Owner.dead("another-boot/pid:[1] 1 1"), "a process before the machine was started again");
    }

    @Test
    void dead_ownerInAnotherProcessNamespace_isLeftAlone() {
        String boot = Owner.SELF.world().split("/", 2)[0];

        assertFalse(Owner.dead(boot + "/pid:[1] 1 1"), "who can't be seen may live");
    }
}
