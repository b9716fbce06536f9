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

/** The server's main process, found by its pid file and verified by its working directory. */
final class Postmaster {
    private static final Duration ORPHANS_GRACE = Duration.ofSeconds(5);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private final ProcessTable table = new ProcessTable();
    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** The running one for this data; empty if the pid file is stale or its pid was reused. */
    Optional<LiveProcess> find() {
        List<String> lines = lines();
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")
                ? Optional.empty()
                : table.process(Long.parseLong(lines.getFirst().strip())).filter(this::worksHere);
    }

    /** The port of the running server. */
    Optional<Integer> port() {
        List<String> lines = lines();
        return lines.size() > PORT_LINE && lines.get(PORT_LINE).matches("\\d{1,5}")
                ? Optional.of(Integer.valueOf(lines.get(PORT_LINE)))
                : Optional.empty();
    }

    /** Whether it is in a smart shutdown: it waits for clients and accepts no new ones. */
    boolean isStopping() {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("stopping");
    }

    /** Whether a previous one ended without clean-up: it was killed, or the machine crashed. */
    boolean leftItsFile() {
        return !lines().isEmpty();
    }

    /**
     * Prepares for a new server. A reused pid would prevent its start for ever, so the pid file of a dead server is
     * removed, but only if none of its child processes still uses the data: the file protects against that.
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

    /** The kernel reports real paths; the home may be a symbolic link. */
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
