package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import ai.nominate.tenantmgr.backup.storage.BackupStorage;
import ai.nominate.tenantmgr.backup.storage.LocalStorage;
import ai.nominate.tenantmgr.backup.storage.S3Bucket;
import ai.nominate.tenantmgr.backup.storage.S3Storage;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Finds the storage of a backup. Blocks. */
@ApplicationScoped
public class BackupStorages {
    private final LocalStorage local;
    private final Settings settings;
    private final OwnServer server;

    BackupStorages(LocalStorage local, Settings settings, OwnServer server) {
        this.local = local;
        this.settings = settings;
        this.server = server;
    }

    /** Where the next backup goes: {@code local} or {@code s3}. */
    String wanted() {
        return Reactive.await(() -> settings.get(BackupSettings.STORAGE));
    }

    /** @throws ProblemException if the storage is not set up */
    BackupStorage named(String id) {
        return id.equals(LocalStorage.ID) ? local : new S3Storage(bucket());
    }

    /**
     * The files of a complete backup.
     *
     * @throws ProblemException if it has none, or another server has them
     */
    public StoredBundle bundle(BackupSnapshot backup) {
        if (!backup.isComplete()) {
            throw new ProblemException(BackupProblem.NOT_COMPLETE, "It is " + backup.state());
        }
        if (backup.storage().equals(LocalStorage.ID) && backup.server() != server.id()) {
            throw new ProblemException(
                    BackupProblem.ELSEWHERE, "Ask the manager of server " + backup.server() + ", or use S3 storage");
        }
        return named(backup.storage()).open(backup.place(), backup.id());
    }

    private S3Bucket bucket() {
        String endpoint = get(BackupSettings.S3_ENDPOINT);
        String bucket = get(BackupSettings.S3_BUCKET);
        String key = get(BackupSettings.S3_KEY);
        if (endpoint.isEmpty() || bucket.isEmpty() || key.isEmpty()) {
            throw new ProblemException(
                    BackupProblem.NO_STORAGE,
                    "Set backup.s3Endpoint, backup.s3Bucket, backup.s3Key and backup.s3Secret");
        }
        return new S3Bucket(
                URI.create(endpoint),
                get(BackupSettings.S3_REGION),
                bucket,
                key,
                Reactive.await(() -> settings.get(BackupSettings.S3_SECRET))
                        .orElseThrow(() -> new ProblemException(BackupProblem.NO_STORAGE, "Set backup.s3Secret")));
    }

    private String get(ai.nominate.tenantmgr.settings.Setting<String> setting) {
        return Reactive.await(() -> settings.get(setting));
    }
}
