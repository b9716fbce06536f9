package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.storage.LocalStorage;
import ai.nominate.tenantmgr.host.postgres.PostgresTools;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/** Checks that the complete backups on this server have their files, signed, and that dumps are read safely. */
@ApplicationScoped
class BackupInspection implements Inspection {
    private final BackupStorages storages;
    private final BackupKeyFile keys;
    private final PostgresTools tools;
    private final Supervisor supervisor;
    private final OwnServer server;

    BackupInspection(
            BackupStorages storages, BackupKeyFile keys, PostgresTools tools, Supervisor supervisor, OwnServer server) {
        this.storages = storages;
        this.keys = keys;
        this.tools = tools;
        this.supervisor = supervisor;
        this.server = server;
    }

    @Override
    public String title() {
        return "backups";
    }

    @Override
    public void inspect(Findings findings) {
        BundleReader reader = BundleReader.of(keys.keys(), signer -> true);
        for (BackupRow row : local()) {
            findings.check(isThere(reader, row), "backup " + row.id + " of " + row.slug, "has no signed files");
        }
        String version = tools.version("pg_restore");
        boolean isSafe = version.isEmpty()
                || !RestoreHoles.has(version)
                || supervisor.exposure().isEmpty();
        findings.check(
                isSafe,
                "pg_restore " + version,
                "runs code that a crafted dump holds, and this machine does not isolate it: install "
                        + RestoreHoles.FIXED + " or later");
    }

    private List<BackupRow> local() {
        return Reactive.await(() -> Panache.withSession(() ->
                BackupRow.list("state = 'complete' and storage = ?1 and serverId = ?2", LocalStorage.ID, server.id())));
    }

    private boolean isThere(BundleReader reader, BackupRow row) {
        try {
            reader.manifest(storages.bundle(BackupSnapshot.of(row)));
            return true;
        } catch (IOException | ProblemException e) {
            return false;
        }
    }
}
