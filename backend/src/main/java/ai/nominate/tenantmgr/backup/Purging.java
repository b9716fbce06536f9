package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.work.Work;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes the files of backups whose time of grace is over, and what failed ones left. Blocks. */
@ApplicationScoped
class Purging {
    private static final Logger LOG = Logger.getLogger(Purging.class);
    private static final int MOST = 50;
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final String LOST = """
            select cast(b.id as text) from backup b where b.state = 'running' and b.server_id = :server
                and not exists (select 1 from run r where r.id = b.run_id and r.status in ('queued', 'running'))""";

    private final Backups backups;
    private final BackupStorages storages;
    private final OwnServer server;
    private final Home home;
    private final Clock clock;

    Purging(Backups backups, BackupStorages storages, OwnServer server, Home home, Clock clock) {
        this.backups = backups;
        this.storages = storages;
        this.server = server;
        this.home = home;
        this.clock = clock;
    }

    /** A backup whose run has ended without completing it has failed. */
    void settle(Permit permit) {
        List<String> lost = Reactive.await(() -> Panache.withSession(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(LOST, String.class)
                        .setParameter("server", server.id())
                        .getResultList())));
        for (String id : lost) {
            permit.transaction(() -> backups.failed(UUID.fromString(id), "Its run ended without it"));
        }
    }

    void purge(Permit permit) {
        List<BackupRow> due = Reactive.await(() -> Panache.withSession(this::due));
        for (BackupRow row : due) {
            permit.check();
            try {
                SafeFiles.deleteTree(home.backups().resolve(row.place + Work.UNFINISHED), permit);
                storages.named(row.storage).remove(row.place, permit);
                permit.transaction(() -> purged(row.id));
            } catch (IOException | ProblemException e) {
                LOG.warnf("The files of backup %s could not be removed: %s", row.id, e.getMessage());
                permit.transaction(() -> backups.change(
                        row.id, late -> late.purgeAt = clock.instant().plus(AGAIN)));
            }
        }
    }

    private Uni<List<BackupRow>> due() {
        return BackupRow.<BackupRow>find(
                        "serverId = ?1 and purgeAt <= ?2 and held = false and state in ('complete', 'failed') order by purgeAt",
                        server.id(),
                        clock.instant())
                .range(0, MOST - 1)
                .list();
    }

    private Uni<Void> purged(UUID id) {
        return backups.change(id, row -> {
            row.purgeAt = null;
            if (row.state.equals(BackupState.COMPLETE.id())) {
                row.state = BackupState.DELETED.id();
            }
        });
    }
}
