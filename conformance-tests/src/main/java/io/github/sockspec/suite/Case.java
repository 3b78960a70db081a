package io.github.sockspec.suite;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * One case: a JUnit test with a {@link Trial} as its parameter, run once for each implementation that takes the clause's
 * side of the clause's protocol.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(CaseExtension.class)
public @interface Case {
    /** What is judged: the clause's identifier, such as {@code LOGIN-3}. */
    String clause();

    /** {@code conversation@delivery}: the last part of the case's name. */
    String value();

    /** Whether what the program's own process holds is looked at, so that it must not share one with the harness. */
    boolean ownProcess() default false;

    /** Whether it needs a container, whose kernel limits or cuts off the program: elsewhere it does not apply. */
    boolean confined() default false;

    /** What it asks, in a sentence, where the conversation's file and the delivery's family do not say it. */
    String about() default "";
}
