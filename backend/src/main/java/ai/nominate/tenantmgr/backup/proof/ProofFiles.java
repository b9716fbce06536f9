package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directories of proofs, one for each run, named so briefly that a socket file in it has a path short enough for the kernel. */
@ApplicationScoped
class ProofFiles {
    private final Home home;

    ProofFiles(Home home) {
        this.home = home;
    }

    Path directory(UUID run) {
        return all().resolve(name(run));
    }

    void remove(UUID run, Permit permit) {
        SafeFiles.deleteTree(directory(run), permit);
    }

    /** Removes those of runs that have ended, and answers their names. */
    List<String> removeLeftovers(Set<UUID> active, Permit permit) {
        Set<String> used = active.stream().map(ProofFiles::name).collect(Collectors.toSet());
        List<Path> left = list().stream()
                .filter(path -> !used.contains(path.getFileName().toString()))
                .toList();
        left.forEach(path -> SafeFiles.deleteTree(path, permit));
        return left.stream().map(path -> path.getFileName().toString()).toList();
    }

    private List<Path> list() {
        if (!Files.isDirectory(all())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(all())) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path all() {
        return home.run().resolve("proofs");
    }

    /** The random end of the id: its beginning is the time. */
    private static String name(UUID run) {
        String digits = run.toString().replace("-", "");
        return digits.substring(digits.length() - 10);
    }
}
