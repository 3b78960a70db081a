package io.github.sockspec.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.house.JavaSource.Heading;
import io.github.sockspec.house.JavaSource.Of;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes, names and calls. Each message says what to do instead. */
class HouseRulesTest {
    /** Imports aside: a file is a room. */
    private static final int LONGEST_FILE = 300;

    private static final int LONGEST_TEST_FILE = 400;
    private static final int MEDIAN_FILE = 100;
    private static final int LONGEST_METHOD = 40;
    private static final int DEEPEST_NESTING = 3;

    private static final int MOST_PARAMETERS = 4;
    private static final int MOST_COMPONENTS = 8;

    /** Methods that take more, each for its reason. */
    private static final Map<String, String> TAKE_MORE = Map.of("Libc.sendto", "it is the C library's own signature");

    /** Records that hold more, each for its reason. */
    private static final Map<String, String> HOLD_MORE = Map.ofEntries(
            Map.entry("CaseView", "a template fills a case's part of the page with it"),
            Map.entry("ProgramView", "a template fills a program's part of the page with it"),
            Map.entry("Page", "a template fills the page with it"),
            Map.entry("SequenceDiagram", "a template draws it"),
            Map.entry("Script.Turn", "it is an entry of a file of conversations, with a key for each component"),
            Map.entry("RecordedResults", "it is results.json, with a key for each component"),
            Map.entry("RecordedCase", "it is a case in results.json, with a key for each component"),
            Map.entry("RecordedCase.Delivered", "it is a delivery in results.json, with a key for each component"),
            Map.entry("Results", "it becomes results.json, whose keys are its components"));

    /** Records that say yes or no to something, each for its reason. */
    private static final Map<String, String> SAY_YES_OR_NO = Map.ofEntries(
            Map.entry("RecordedResults.Identity", "results.json says it with true and false"),
            Map.entry("Identity", "results.json says it with true and false"),
            Map.entry("StabilityReport.Entry", "stability.json says it with true and false"),
            Map.entry("DifferenceJson.Changed", "the JSON of a comparison says it with true and false"),
            Map.entry("Script.Turn", "a file of conversations says it with true and false"),
            Map.entry("HexPane.Run", "a template asks it"),
            Map.entry("Prompt.State", "two of them are compared: whether a program waits is a part of how it stands"),
            Map.entry("AbandonedCommand.Sighting", "whether something was told was observed"),
            Map.entry("Idleness.Window", "whether a thread ran was observed"),
            Map.entry("Carried", "whether a deadline passed was observed"),
            Map.entry("Confirmation.Way", "whether the other end is on this machine was observed"),
            Map.entry("ReadProgress", "the kernel says both"));

    /** What only the codecs may know by name. */
    private static final String PROTOCOLS = "login|exec|hello|digest";

    private static final Set<String> SAYS_NOTHING =
            Set.of("Manager", "Util", "Utils", "Helper", "Helpers", "Impl", "Data", "Info");

    /** What is not called, and what is called instead. */
    private static final Map<String, String> BANNED = Map.ofEntries(
            Map.entry(
                    "Thread\\.sleep\\(", "wait for what is to happen: Waiting.until in main code, Awaitility in tests"),
            Map.entry(
                    "TimeUnit\\.\\w+\\.sleep\\(", "wait for what is to happen: Waiting.until, or Awaitility in tests"),
            Map.entry("System\\.currentTimeMillis\\(", "use System.nanoTime: the wall clock is set back at times"),
            Map.entry("new Random\\(\\)", "give it a seed and print the seed: a failure must be repeatable"),
            Map.entry("Math\\.random\\(", "use a seeded Random: a failure must be repeatable"),
            Map.entry("ThreadLocalRandom\\.current\\(", "use a seeded Random: a failure must be repeatable"),
            Map.entry("\\.printStackTrace\\(\\)", "put what happened into the result or the message of an exception"),
            Map.entry("InetAddress\\.getLocalHost\\(", "use InetAddress.getLoopbackAddress: names may not resolve"),
            Map.entry("new InetSocketAddress\\(\\d{2,5}\\)", "bind the loopback address: nobody else is invited"),
            Map.entry("new ServerSocket\\([1-9]\\d*", "let the system choose the port: 0"),
            Map.entry("@Disabled", "a test that does not run is none: mend it or remove it"),
            Map.entry("assertTimeout\\(", "elapsed time flakes: assert what happened, with Awaitility for the wait"),
            Map.entry("import net\\.jqwik", "use a loop with a seeded Random: its licence excludes us"),
            Map.entry("import static .*\\.\\*;", "import what is used by its name"));

    @Test
    void mainFiles_areRooms() {
        List<Path> files = Project.sourcesOfKind("main");
        report(tooLong(files, LONGEST_FILE), "split it where its two subjects meet");
        List<Long> lengths = files.stream().map(HouseRulesTest::length).sorted().toList();
        long median = lengths.get(lengths.size() / 2);
        assertTrue(
                median < MEDIAN_FILE, "the median file has " + median + " lines; below " + MEDIAN_FILE + " it reads");
    }

    @Test
    void testFiles_areRooms() {
        report(tooLong(Project.sourcesOfKind("test"), LONGEST_TEST_FILE), "one subject a file: split it");
    }

    private static List<String> tooLong(List<Path> files, int limit) {
        return files.stream()
                .filter(file -> length(file) > limit)
                .map(file ->
                        Project.name(file) + " has " + length(file) + " lines beside its imports, more than " + limit)
                .toList();
    }

    private static long length(Path file) {
        return Project.lines(file).stream()
                .filter(line -> !line.startsWith("import "))
                .count();
    }

    @Test
    void methods_fitAScreen() {
        report(
                methods(method -> method.lines() > LONGEST_METHOD, method -> method.lines() + " lines"),
                "name its parts: at most " + LONGEST_METHOD + " lines, 25 the aim");
    }

    @Test
    void methods_nestThreeDeepAtMost() {
        report(
                methods(method -> method.nesting() > DEEPEST_NESTING, method -> method.nesting() + " levels"),
                "return early, or name the inner part: at most " + DEEPEST_NESTING + " levels");
    }

    @Test
    void methods_areNotToldYesOrNo() {
        report(
                headings(Of.METHOD, Heading::toldYesOrNo, heading -> "a boolean parameter"),
                "true says nothing where it is called: take an enum of the two, or make two methods of it");
    }

    @Test
    void methods_takeFourThingsAtMost() {
        report(
                headings(
                        Of.METHOD,
                        heading -> heading.taken().size() > MOST_PARAMETERS && !TAKE_MORE.containsKey(heading.name()),
                        heading -> heading.taken().size() + " parameters"),
                "make a record of those that belong together: at most " + MOST_PARAMETERS + " parameters");
    }

    @Test
    void records_holdEightThingsAtMost() {
        report(
                headings(
                        Of.RECORD,
                        heading -> heading.taken().size() > MOST_COMPONENTS && !HOLD_MORE.containsKey(heading.name()),
                        heading -> heading.taken().size() + " components"),
                "make a record of those that belong together: at most " + MOST_COMPONENTS + " components");
    }

    @Test
    void records_sayYesOrNoWhereItIsAFactOnly() {
        report(
                headings(
                        Of.RECORD,
                        heading -> heading.toldYesOrNo() && !SAY_YES_OR_NO.containsKey(heading.name()),
                        heading -> "a boolean component"),
                "hold an enum of the two; or say in this test why it is a plain yes or no");
    }

    private static List<String> headings(Of of, Predicate<Heading> wrong, Function<Heading, String> how) {
        List<String> found = new ArrayList<>();
        for (JavaSource source : JavaSource.parse(Project.sourcesOfKind("main"))) {
            source.headings().stream()
                    .filter(heading -> heading.of() == of)
                    .filter(wrong)
                    .forEach(heading -> found.add(Project.name(source.file()) + ":" + heading.line() + ": "
                            + heading.name() + " has " + how.apply(heading)));
        }
        return found;
    }

    private static List<String> methods(Predicate<JavaSource.Method> wrong, Function<JavaSource.Method, String> how) {
        List<String> found = new ArrayList<>();
        for (JavaSource source : JavaSource.parse(Project.sourcesOfKind("main"))) {
            source.methods().stream()
                    .filter(wrong)
                    .forEach(method -> found.add(Project.name(source.file()) + ":" + method.line() + ": "
                            + method.name() + " has " + how.apply(method)));
        }
        return found;
    }

    @Test
    void types_areNamedInTheFieldsOwnWords() {
        List<Path> files = new ArrayList<>(Project.sourcesOfKind("main"));
        files.addAll(Project.sourcesOfKind("test"));
        List<String> found = new ArrayList<>();
        for (JavaSource source : JavaSource.parse(files)) {
            for (String type : source.types()) {
                for (String word : type.split("(?<=[a-z0-9])(?=[A-Z])", -1)) {
                    if (SAYS_NOTHING.contains(word)) {
                        found.add(Project.name(source.file()) + ": " + type);
                    }
                }
            }
        }
        report(found, "say what it is in the field's words: segment, cut, header, clause; not " + SAYS_NOTHING);
    }

    @Test
    void calls_thatHaveABetterOne_areNotMade() {
        List<Path> files = new ArrayList<>(Project.sourcesOfKind("main"));
        files.addAll(Project.sourcesOfKind("test"));
        files.removeIf(file -> file.endsWith("house/HouseRulesTest.java"));
        // It compares with the time of a file, which the wall clock gave.
        files.removeIf(file -> file.endsWith("io/github/sockspec/server/LoginServer.java"));
        BANNED.forEach((call, instead) -> report(occurrences(files, Pattern.compile(call)), instead));
    }

    @Test
    void mainCode_outsideTheCodecs_namesNoProtocol() {
        List<Path> files = Project.sourcesOfKind("main").stream()
                .filter(file -> Project.name(file).startsWith("conformance-tests/"))
                .filter(file -> !Project.name(file).contains("/sockspec/conversation/"))
                .toList();
        String instead = "what is a protocol's own is data: fixtures/protocols/NAME/protocol.yaml or dialect.yaml";
        report(occurrences(files, Pattern.compile("\"(" + PROTOCOLS + ")\"")), instead);
        Pattern type = Pattern.compile(PROTOCOLS, Pattern.CASE_INSENSITIVE);
        List<String> named = JavaSource.parse(files).stream()
                .flatMap(source -> source.types().stream())
                .filter(name -> Stream.of(name.split("(?<=[a-z0-9])(?=[A-Z])", -1))
                        .anyMatch(word -> type.matcher(word).matches()))
                .toList();
        report(named, "name it by what it does in the field's words");
    }

    @Test
    void files_nameNoMachine() {
        // Written so that this file does not find itself.
        Pattern home = Pattern.compile("(/(ho)me|/(Us)ers)/[a-z]|/(ro)ot/|[A-Z]:\\\\\\\\?(Us)ers|/(wo)rk/|/(tm)p/wt");
        report(occurrences(texts(), home), "a path of one machine: use one that is relative to the project");
    }

    @Test
    void files_nameNoRegistry() {
        Pattern registry = Pattern.compile("<(repos)itory>|<(mir)ror>|(reg)istry\\.(npm|yarn)|(py)pi\\.org/simple"
                + "|(arti)factory|(jf)rog|(nex)us\\.|(repo)1?\\.maven\\.org|index-(ur)l|proxy\\.(gol)ang");
        report(occurrences(texts(), registry), "an address of a registry: leave that to each machine's own settings");
    }

    private static List<Path> texts() {
        return Project.files("").stream()
                .filter(file -> !file.endsWith("house/HouseRulesTest.java"))
                .toList();
    }

    private static List<String> occurrences(List<Path> files, Pattern wrong) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Project.lines(file);
            for (int number = 0; number < lines.size(); number++) {
                Matcher matcher = wrong.matcher(lines.get(number));
                if (matcher.find()) {
                    found.add(Project.name(file) + ":" + (number + 1) + ": " + matcher.group());
                }
            }
        }
        return found;
    }

    static void report(List<String> found, String instead) {
        assertTrue(found.isEmpty(), () -> instead + ":\n" + String.join("\n", found));
    }
}
