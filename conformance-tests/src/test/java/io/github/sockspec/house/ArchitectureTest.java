package io.github.sockspec.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.delivery.Span;
import io.github.sockspec.protocol.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Arrows between packages run one way, and sockets, threads and clocks stay where they belong. */
class ArchitectureTest {
    private static final String ROOT = "io.github.sockspec.";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importUrl(Bytes.class.getProtectionDomain().getCodeSource().getLocation())
            .that(describe("belong to the suite", ArchitectureTest::ours));

    /** The packages, each before those that may know it; {@code kernel} and {@code wire} know of {@code protocol} the transport only. */
    private static final List<String> ROOMS = List.of(
            "bytes",
            "yaml",
            "protocol",
            "delivery",
            "conversation",
            "observation",
            "verdict",
            "patience",
            "kernel",
            "wire",
            "bench",
            "engine",
            "program",
            "manifest",
            "trial",
            "suite",
            "run",
            "report",
            "history",
            "cli");

    /** What each package may know of the others; a package that is not named here may not exist. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            may("bytes", ""),
            may("yaml", "bytes"),
            may("protocol", "bytes yaml"),
            may("delivery", "bytes"),
            may("conversation", "bytes protocol delivery"),
            may("observation", "bytes"),
            may("verdict", "bytes protocol delivery conversation observation"),
            may("patience", "observation"),
            may("kernel", "bytes protocol patience"),
            may("wire", "bytes protocol delivery conversation observation patience kernel"),
            may("bench", "bytes delivery conversation observation patience kernel wire"),
            may("engine", ""),
            may("program", "bytes protocol conversation observation patience kernel wire engine"),
            may("manifest", "bytes yaml protocol conversation program"),
            may("trial", "bytes protocol delivery conversation observation verdict patience kernel wire program"),
            may(
                    "suite",
                    "bytes yaml protocol delivery conversation observation verdict patience kernel wire program trial"),
            may("run", "bytes protocol delivery conversation observation verdict wire program trial suite"),
            may("report", "bytes protocol delivery conversation observation verdict program run"),
            may("history", "bytes protocol verdict run report"),
            may(
                    "cli",
                    "bytes yaml protocol delivery conversation observation verdict patience kernel wire bench program"
                            + " manifest trial suite run report history"));

    private static Map.Entry<String, Set<String>> may(String room, String known) {
        return Map.entry(room, known.isEmpty() ? Set.of() : Set.of(known.split(" ", -1)));
    }

    /** The nouns: values and pure functions of them. */
    private static final String[] PURE = {
        ROOT + "bytes..",
        ROOT + "protocol..",
        ROOT + "conversation..",
        ROOT + "delivery..",
        ROOT + "observation..",
        ROOT + "verdict.."
    };

    /** Types of {@code java.net} that name a place and open nothing. */
    private static final Set<String> ADDRESSES = Stream.of(
                    InetAddress.class,
                    InetSocketAddress.class,
                    java.net.SocketAddress.class,
                    java.net.Inet4Address.class,
                    java.net.Inet6Address.class,
                    NetworkInterface.class,
                    java.net.InterfaceAddress.class,
                    java.net.URI.class,
                    java.net.URL.class,
                    URISyntaxException.class,
                    java.net.MalformedURLException.class,
                    // What looking at network interfaces throws.
                    SocketException.class,
                    UnknownHostException.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static boolean ours(JavaClass type) {
        return !inPackage(type, ROOT + "server") && !inPackage(type, ROOT + "client");
    }

    private static boolean inPackage(JavaClass type, String name) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }

    @Test
    void packages_ofMainCode_areThoseOfTheDesign() {
        Set<String> found = MAIN.stream().map(ArchitectureTest::part).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(MAY_KNOW.keySet()),
                found,
                "packages are the design's parts; a new one needs its arrows in MAY_KNOW and a line in the design");
    }

    /** The first part of a package's name below the root. */
    private static String part(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.", -1)[0];
    }

    @ParameterizedTest
    @FieldSource("ROOMS")
    void arrows_ofPackage_runOneWay(String part) {
        Set<String> known = MAY_KNOW.get(part);
        noClasses()
                .that()
                .resideInAPackage(ROOT + part + "..")
                .should()
                .dependOnClassesThat(describe(
                        "are of another part than " + known,
                        other -> other.getPackageName().startsWith(ROOT)
                                && ours(other)
                                && !part(other).equals(part)
                                && !known.contains(part(other))))
                .because("arrows between packages run one way: move what is shared to where both may see it")
                .check(MAIN);
    }

    @Test
    void arrows_ofAllPackages_formNoCircle() {
        MAY_KNOW.forEach((room, known) -> known.forEach(other -> assertTrue(
                ROOMS.indexOf(other) < ROOMS.indexOf(room), room + " may know " + other + ", which comes behind it")));
    }

    @Test
    void systemRooms_ofProtocol_knowTheTransportOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "kernel..", ROOT + "wire..")
                .should()
                .dependOnClassesThat(describe(
                        "are of protocol and not Transport",
                        other -> inPackage(other, ROOT + "protocol")
                                && !other.getName().equals(Transport.class.getName())))
                .because("the operating system and the wire know no protocol")
                .check(MAIN);
    }

    @Test
    void conversation_ofDelivery_knowsTheShapeOnly() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "conversation..")
                .should()
                .dependOnClassesThat(describe(
                        "are of delivery and neither Shape nor Span",
                        other -> inPackage(other, ROOT + "delivery")
                                && !List.of(Shape.class.getName(), Span.class.getName())
                                        .contains(other.getName())))
                .because("a conversation knows nothing of packets: lengths and marks are all it tells a delivery")
                .check(MAIN);
    }

    @Test
    void nouns_neverSeeTheNetworkOrAThread() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net.."))
                .orShould()
                .dependOnClassesThat(describe(
                        "run threads",
                        other -> other.isAssignableTo(Thread.class)
                                || other.isAssignableTo(java.util.concurrent.Executor.class)))
                .because("a verdict is a pure function of clause and observation: let the wire gather facts")
                .check(MAIN);
    }

    @Test
    void nouns_neverLookAtAClock() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .because("moments are facts that an observation already has")
                .check(MAIN);
    }

    @Test
    void sockets_areOpenedByTheWireOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "wire..", ROOT + "kernel..", ROOT + "bench..", ROOT + "engine..")
                .should()
                .dependOnClassesThat(describe(
                        "are sockets",
                        other -> other.getPackageName().startsWith("java.net") && !ADDRESSES.contains(baseName(other))
                                || other.getPackageName().startsWith("java.nio.channels") && !isFileLock(other)))
                .because("sockets live in wire: carry a delivery with Carrier, ask a port with Probe")
                .check(MAIN);
    }

    private static String baseName(JavaClass type) {
        return type.isArray() ? type.getBaseComponentType().getName() : type.getName();
    }

    /** Files may be locked, to share ports with other runs on the same machine. */
    private static boolean isFileLock(JavaClass type) {
        return Set.of("FileChannel", "FileLock", "OverlappingFileLockException", "FileChannel$MapMode")
                .contains(type.getSimpleName());
    }

    @Test
    void referencePrograms_areKnownToTheProgramRoomOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "program..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "server..", ROOT + "client.."))
                .because("the suite shares no code with the reference programs, so that no error can hide in both")
                .check(MAIN);
    }

    @Test
    void containers_areKnownToTheEngineOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "engine..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.testcontainers..", "com.github.dockerjava.."))
                .because("a run without containers must not load their client: it takes longer than many a run")
                .check(MAIN);
    }

    @Test
    void sleep_isNowhere() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .because("a fixed wait is too long or too short: wait for what is to happen, with Waiting.until")
                .check(MAIN);
    }

    @Test
    void exit_isCalledByMainOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + "cli.Main")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("only the command line ends the process: return an ExitStatus instead")
                .check(MAIN);
    }

    @Test
    void standardStreams_areUsedByTheCommandLineOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .because("a library that prints can't be used by another program: take an Appendable or a stream")
                .check(MAIN);
    }

    @Test
    void threads_areStartedWhereProgramsAreHandledOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "wire..",
                        ROOT + "bench..",
                        ROOT + "engine..",
                        ROOT + "program..",
                        ROOT + "run..",
                        ROOT + "cli..")
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .dependOnClassesThat(describe(
                        "run threads", other -> other.isAssignableTo(java.util.concurrent.ExecutorService.class)))
                .because("concurrency is confined, so that it can be judged in few places")
                .check(MAIN);
    }

    @Test
    void packages_areNullMarked() {
        classes()
                .that(DescribedPredicate.describe(
                        "are package-info", type -> type.getSimpleName().equals("package-info")))
                .should()
                .beAnnotatedWith(NullMarked.class)
                .because("nothing is null unless it says so")
                .check(MAIN);
        Set<String> marked = MAIN.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        Set<String> unmarked = MAIN.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !marked.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unmarked, "packages without a package-info.java that is @NullMarked");
    }
}
