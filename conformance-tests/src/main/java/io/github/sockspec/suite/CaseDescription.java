package io.github.sockspec.suite;

import io.github.sockspec.spec.Clause;
import java.lang.reflect.Method;

/**
 * One case, as lists and explanations show it.
 *
 * @param name its name
 * @param about what it asks in a sentence; empty where conversation and family say it
 * @param method the test that carries it out
 */
public record CaseDescription(CaseName name, String about, Method method) {
    public String id() {
        return name.toString();
    }

    public Clause clause() {
        return name.clause();
    }

    /** Whether it applies only to programs in containers. */
    public boolean confined() {
        return method.getAnnotation(Case.class).confined();
    }
}
