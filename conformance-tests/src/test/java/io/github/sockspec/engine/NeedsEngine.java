package io.github.sockspec.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests with containers. Where no engine answers they are skipped, which is the one exception to the rule that no test is;
 * the reason is told, and told again at the end of the build.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("engine")
@ExtendWith(EngineCondition.class)
public @interface NeedsEngine {}
