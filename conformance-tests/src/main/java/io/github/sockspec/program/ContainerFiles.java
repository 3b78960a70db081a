package io.github.sockspec.program;

import static java.util.stream.Collectors.joining;

import io.github.sockspec.engine.Container;
import io.github.sockspec.engine.ContainerLimits;
import io.github.sockspec.engine.Image;
import io.github.sockspec.engine.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a program in a container is given: files, limits and rights, and no more of them than it needs. */
final class ContainerFiles implements AutoCloseable {
    /** Where the files are that it is given, in the container. */
    static final String SHARED = "/sockspec";

    private static final long MEMORY = 1L << 30;
    private static final int PROCESSES = 512;
    private static final int DESCRIPTORS = 1_024;

    /** A server lives for a whole run, which may be a thorough one. */
    private static final Duration CPU = Duration.ofMinutes(30);

    private static final String NOBODY = "65534:65534";
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rwxr-xr-x");

    private final ScratchDirectory scratch;
    private final Path shared;
    private final Image image;
    private final Contained contained;
    private final Optional<Path> accounts;
    private final byte[] content;

    private ContainerFiles(ScratchDirectory scratch, Image image, Contained contained) {
        this.scratch = scratch;
        this.image = image;
        this.contained = contained;
        Start.Image start = contained.start();
        content = Fixtures.accounts(contained.implementation().accounts());
        shared = scratch.write("shared/readme", new byte[0]).resolve("..").normalize();
        boolean wanted = start.files().containsValue(Fixtures.ACCOUNTS) || Fixtures.namedIn(start.command());
        accounts = wanted ? Optional.of(shared.resolve("accounts.txt")) : Optional.empty();
    }

    static ContainerFiles of(Contained contained, Image image) {
        ScratchDirectory scratch = ScratchDirectory.create();
        try {
            ContainerFiles supply = new ContainerFiles(scratch, image, contained);
            permit(supply.shared);
            for (Map.Entry<String, byte[]> program : Container.programs().entrySet()) {
                permit(scratch.write("shared/" + Path.of(program.getKey()).getFileName(), program.getValue()));
            }
            supply.renew();
            return supply;
        } catch (RuntimeException failed) {
            scratch.close();
            throw failed;
        }
    }

    /** The account file as it was at first. It stays the same file, for that is what the container sees. */
    void renew() {
        accounts.ifPresent(file -> {
            try {
                Files.write(file, content);
                permit(file);
            } catch (IOException full) {
                throw new StartFailure("the account file could not be written: " + full.getMessage(), full);
            }
        });
    }

    /** Lets everybody read it: whoever a container's program is, it is somebody else. */
    private static void permit(Path file) {
        try {
            Files.setPosixFilePermissions(file, READABLE);
        } catch (IOException | UnsupportedOperationException refused) {
            throw new StartFailure(file + " can't be made readable for a container: " + refused.getMessage(), refused);
        }
    }

    Optional<Path> accounts() {
        return accounts;
    }

    /** Puts a file where the container sees it: a second name of it where that can be, for it may be large. */
    Path share(Path file, String as) {
        Path name = shared.resolve(as);
        try {
            permit(file);
            return Files.createLink(name, file);
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            try {
                return Files.copy(file, name);
            } catch (IOException full) {
                throw new StartFailure("a file could not be given to the container: " + full.getMessage(), full);
            }
        }
    }

    Recipe recipe(Optional<Recipe.Link> link) {
        List<Recipe.Mount> mounts = new ArrayList<>(List.of(new Recipe.Mount(shared, SHARED)));
        contained
                .start()
                .files()
                .forEach((name, fixture) -> mounts.add(new Recipe.Mount(
                        accounts.orElseThrow(),
                        Path.of(image.directory()).resolve(name).toString())));
        return new Recipe(
                image,
                user(),
                contained.start().capabilities(),
                ceiling(),
                environment(contained.allowance()),
                mounts,
                link);
    }

    /** Whether the image leaves open whom its program runs as, so that it was made nobody. */
    boolean rankIsOpen() {
        return !user().isEmpty();
    }

    private String user() {
        boolean open = image.asRoot()
                && contained.start().capabilities().isEmpty()
                && contained.rank() == Contained.Rank.NOBODY;
        return open ? NOBODY : "";
    }

    private static Map<String, String> environment(ResourceLimits allowance) {
        // What a user's own terminal would give: output that isn't held back, and text in UTF-8.
        Map<String, String> environment = new HashMap<>(Map.of("PYTHONUNBUFFERED", "1", "LC_ALL", "C.UTF-8"));
        environment.putAll(allowance.environment());
        return environment;
    }

    private ContainerLimits ceiling() {
        ResourceLimits allowance = contained.allowance();
        Map<String, String> inMemory =
                switch (allowance.files()) {
                    case WRITABLE -> Map.of();
                    case READ_ONLY -> Map.of("/tmp", "rw,nosuid,size=64m,mode=1777");
                    // With its own root for the only file there may be, every other finds no space left.
                    case FULL -> Map.of("/tmp", "rw,nosuid,size=4k,nr_inodes=1,mode=1777");
                };
        return new ContainerLimits(
                allowance.memoryBytes().orElse(MEMORY),
                allowance.processes().orElse(PROCESSES),
                allowance.descriptors().orElse(DESCRIPTORS),
                allowance.cores(),
                CPU,
                allowance.files() == ResourceLimits.Files.WRITABLE
                        ? ContainerLimits.Root.WRITABLE
                        : ContainerLimits.Root.READ_ONLY,
                inMemory);
    }

    /** What keeps the program apart from this machine, in words. */
    String isolation() {
        ContainerLimits ceiling = ceiling();
        List<String> capabilities = contained.start().capabilities();
        return whom() + ", "
                + (capabilities.isEmpty()
                        ? "no capabilities"
                        : "of the capabilities only " + capabilities.stream().collect(joining(" and ")))
                + ", no new privileges, at most " + (ceiling.memoryBytes() >> 20) + " MiB of memory, "
                + ceiling.processes() + " processes, " + ceiling.descriptors() + " descriptors each and "
                + ceiling.cpu().toMinutes() + " min of CPU time each"
                + (ceiling.root() == ContainerLimits.Root.READ_ONLY ? ", a read-only root file system" : "");
    }

    private String whom() {
        if (rankIsOpen()) {
            return "user 65534";
        }
        if (!image.asRoot()) {
            return "user " + image.user();
        }
        return contained.rank() == Contained.Rank.ROOT ? "root, for it does not start as user 65534" : "root";
    }

    @Override
    public void close() {
        scratch.close();
    }
}
