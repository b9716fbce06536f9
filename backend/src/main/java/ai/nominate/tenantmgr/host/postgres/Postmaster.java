package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.host.process.SessionEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The server's leading process, found by what it wrote into its data directory and proved by where it works. */
final class Postmaster {
    private static final Duration ORPHANS_GRACE = Duration.ofSeconds(5);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final ProcessTable table = new ProcessTable();
    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** The one that runs on this data; empty when its file is of a dead one, or of a number that another process has now. */
    Optional<LiveProcess> find() {
        List<String> lines = lines();
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")
                ? Optional.empty()
                : table.process(Long.parseLong(lines.getFirst().strip())).filter(this::worksHere);
    }

    /** The port that the running one was started with. */
    Optional<Integer> port() {
        List<String> lines = lines();
        return lines.size() > PORT_LINE && lines.get(PORT_LINE).matches("\\d{1,5}")
                ? Optional.of(Integer.valueOf(lines.get(PORT_LINE)))
                : Optional.empty();
    }

    /** Whether it was told to stop and waits for its clients to go; meanwhile it takes no new ones. */
    boolean isStopping() {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("stopping");
    }

    /** Whether one ended without tidying up: it was killed, or lost with the machine. */
    boolean leftItsFile() {
        return !lines().isEmpty();
    }

    /**
     * Makes way for a new one. A number that was used again would make the server refuse for ever, so the file of a dead one
     * is removed, but only when none of its children works on the data any more: the file is what protects them.
     */
    void clearAway() {
        SessionEnd.end(() -> table.all().stream().filter(this::worksHere).toList(), ORPHANS_GRACE);
        SafeFiles.deleteTree(data.resolve("postmaster.pid"));
    }

    private boolean worksHere(LiveProcess process) {
        return process.link("cwd").filter(this::isData).isPresent()
                && process.link("exe")
                        .filter(program -> program.getFileName().toString().startsWith("postgres"))
                        .isPresent();
    }

    /** The kernel tells real paths; the home may have been named through a link. */
    private boolean isData(Path directory) {
        try {
            return directory.equals(data.toRealPath());
        } catch (IOException noData) {
            return false;
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (IOException none) {
            return List.of();
        }
    }
}
