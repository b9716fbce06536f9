package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.BundleTar;
import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestMulti;

/** Sends a backup as it is stored: encrypted. */
@ApplicationScoped
class BackupDownload {
    private static final Executor WORKERS = work -> Thread.ofVirtual().start(work);

    private final Backups backups;
    private final BackupStorages storages;
    private final BackupKeyFile keys;
    private final Audit audit;

    BackupDownload(Backups backups, BackupStorages storages, BackupKeyFile keys, Audit audit) {
        this.backups = backups;
        this.storages = storages;
        this.keys = keys;
        this.audit = audit;
    }

    RestMulti<byte[]> of(String id, Actor actor) {
        Uni<BundleTar> opened = Panache.withTransaction(() -> backups.find(id, actor)
                        .call(backup -> audit.record(
                                actor,
                                Change.created(
                                        "backup.download",
                                        backup.slug(),
                                        backup.tenantId(),
                                        Map.of("backupId", backup.id().toString())))))
                .flatMap(backup -> off(() -> open(backup)));
        return RestMulti.fromUniResponse(
                opened,
                BackupDownload::bytes,
                tar -> Map.of(
                        "Content-Type",
                        List.of("application/x-tar"),
                        "Content-Disposition",
                        List.of("attachment; filename=\"backup-" + id + ".tar\""),
                        "Cache-Control",
                        List.of("no-store")));
    }

    private BundleTar open(BackupSnapshot backup) {
        try {
            StoredBundle bundle = storages.bundle(backup);
            return new BundleTar(
                    bundle, BundleReader.of(keys.keys(), signer -> true).manifest(bundle));
        } catch (IOException e) {
            throw new ProblemException(BackupProblem.STORAGE_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static Multi<byte[]> bytes(BundleTar tar) {
        return Multi.createBy()
                .repeating()
                .uni(() -> off(tar::next))
                .whilst(chunk -> chunk.length > 0)
                .filter(chunk -> chunk.length > 0)
                .onTermination()
                .invoke(tar::close);
    }

    private static <T> Uni<T> off(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(WORKERS);
    }
}
