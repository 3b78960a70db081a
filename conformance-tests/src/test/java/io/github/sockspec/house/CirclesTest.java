package io.github.sockspec.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.sockspec.bytes.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Files of one package know each other in one direction: where two know each other, neither can be read alone. A sealed
 * type and the types it permits are one subject, whichever files they stand in.
 */
class CirclesTest {
    private static final String ROOT = "io.github.sockspec.";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importUrl(Bytes.class.getProtectionDomain().getCodeSource().getLocation())
            .that(describe("belong to the suite", type -> type.getPackageName().startsWith(ROOT)));

    @Test
    void files_ofOnePackage_formNoCircle() {
        Map<String, Set<String>> known = new TreeMap<>();
        MAIN.forEach(type -> type.getDirectDependenciesFromSelf().forEach(dependency -> {
            JavaClass other = file(dependency.getTargetClass());
            JavaClass self = file(type);
            if (!other.equals(self)
                    && other.getPackageName().equals(self.getPackageName())
                    && !oneSubject(self, other)) {
                known.computeIfAbsent(self.getName(), each -> new TreeSet<>()).add(other.getName());
            }
        }));

        Set<List<String>> circles = new HashSet<>();
        known.keySet().forEach(start -> circle(start, known).ifPresent(circles::add));
        assertEquals(Set.of(), circles, "circles of files: move what both need to a third, or pass it in");
    }

    /** The type that gives its file the name. */
    private static JavaClass file(JavaClass type) {
        JavaClass outer = type.isArray() ? type.getBaseComponentType() : type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static boolean oneSubject(JavaClass one, JavaClass other) {
        return permits(one, other) || permits(other, one);
    }

    private static boolean permits(JavaClass sealed, JavaClass member) {
        Class<?>[] permitted = sealed.reflect().getPermittedSubclasses();
        return permitted != null && List.of(permitted).contains(member.reflect());
    }

    /** The files that {@code start} leads to and that lead back to it, with itself, in the order of their names. */
    private static Optional<List<String>> circle(String start, Map<String, Set<String>> known) {
        Set<String> ahead = reached(start, known);
        if (!ahead.contains(start)) {
            return Optional.empty();
        }
        return Optional.of(ahead.stream()
                .filter(each -> reached(each, known).contains(start))
                .sorted()
                .toList());
    }

    private static Set<String> reached(String start, Map<String, Set<String>> known) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>(known.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (reached.add(next)) {
                open.addAll(known.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
