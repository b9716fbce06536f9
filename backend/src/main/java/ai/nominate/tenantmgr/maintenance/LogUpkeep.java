package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.LogFiles;
import ai.nominate.tenantmgr.host.file.OwnLogs;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jboss.logging.Logger;

/** Rotates the installation's own logs by size. Of several managers on one home, one at a time. */
@ApplicationScoped
class LogUpkeep {
    private static final Logger LOG = Logger.getLogger(LogUpkeep.class);

    private final Home home;
    private final List<OwnLogs> logs;
    private final LogFiles files = new LogFiles();

    LogUpkeep(Home home, @All List<OwnLogs> logs) {
        this.home = home;
        this.logs = logs;
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void rotate() throws IOException {
        SafeFiles.directory(home.run(), "rwx------");
        Path file = home.run().resolve("logs.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                logs.stream().flatMap(own -> own.files().stream()).forEach(this::rotate);
            }
        } catch (OverlappingFileLockException e) {
            // another application in this process, as in tests
        }
    }

    private void rotate(Path log) {
        try {
            files.rotate(log);
        } catch (IOException | RuntimeException e) {
            LOG.warnf("The log %s could not be rotated and keeps growing: %s", log, e.getMessage());
        }
    }
}
