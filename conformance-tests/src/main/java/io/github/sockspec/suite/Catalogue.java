package io.github.sockspec.suite;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every case there is. The classes are named here, rather than searched for, so that a list of them is instant. */
public final class Catalogue {
    private static final List<String> CLASSES = List.of(
            "login.LoginInteroperates",
            "login.LoginRobust",
            "login.LoginSurvives",
            "login.LoginBounded",
            "login.LoginConfined",
            "login.LoginClientCases",
            "exec.ExecInteroperates",
            "exec.ExecRobust",
            "exec.ExecSurvives",
            "exec.ExecBounded",
            "exec.ExecConfined",
            "hello.HelloInteroperates",
            "hello.HelloRobust",
            "hello.HelloSurvives",
            "hello.HelloBounded",
            "exec.ExecClientInteroperates",
            "exec.ExecClientRobust",
            "exec.ExecClientSurvives",
            "digest.DigestInteroperates",
            "digest.DigestRobust",
            "digest.DigestSurvives",
            "digest.DigestBounded",
            "digest.DigestConfined",
            "digest.DigestClientCases",
            "digest.DigestToolCases",
            "hello.HelloClientCases");

    private Catalogue() {}

    /** All cases, by clause and name. */
    public static List<CaseDescription> all() {
        return classes()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Case.class))
                .map(Catalogue::describe)
                .sorted(Comparator.comparing(CaseDescription::clause).thenComparing(CaseDescription::id))
                .toList();
    }

    /** The classes that hold them. */
    public static Stream<Class<?>> classes() {
        return CLASSES.stream().map(Catalogue::load);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(Catalogue.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException misspelt) {
            throw new IllegalStateException("the catalogue names a class that is not there", misspelt);
        }
    }

    private static CaseDescription describe(Method method) {
        Case annotation = method.getAnnotation(Case.class);
        return new CaseDescription(CaseName.of(annotation), annotation.about(), method);
    }
}
