package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.LogFiles;
import ai.nominate.tenantmgr.host.file.OwnLogs;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Rotates the installation's own logs by size. */
@ApplicationScoped
class LogUpkeep {
    private static final Logger LOG = Logger.getLogger(LogUpkeep.class);

    private final List<OwnLogs> logs;
    private final LogFiles files;

    LogUpkeep(Home home, @All List<OwnLogs> logs) {
        this.logs = logs;
        this.files = new LogFiles(home);
    }

    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void rotate() {
        files.rotate(
                logs.stream().flatMap(own -> own.files().stream()).toList(),
                (log, reason) -> LOG.warnf("The log %s could not be rotated and keeps growing: %s", log, reason));
    }
}
