package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Takes a backup while the tenant serves. May run beside whatever else goes on. */
@Singleton
class BackupKind implements RunKind<BackupContext> {
    static final String ID = "backup";

    private final TenantRegistry tenants;
    private final Backups backups;
    private final BackupWork work;
    private final Pipeline<BackupContext> pipeline;

    BackupKind(TenantRegistry tenants, Backups backups, BackupWork work, Keeping keeping) {
        this.tenants = tenants;
        this.backups = backups;
        this.work = work;
        this.pipeline = new Pipeline<BackupContext>()
                .then(new BackupStep("dump-database", "Database", 1_500, work, BackupWork::database))
                .then(new BackupStep("pack-files", "Files", 500, work, BackupWork::files))
                .then(new BackupStep("seal-backup", "Manifest", 60, work, BackupWork::seal))
                .then(new BackupStep("check-backup", "Integrity", 300, work, BackupWork::check))
                .pointOfNoReturn(new BackupStep("store-backup", "Storage", 100, work, BackupWork::store))
                .then(new KeepStep(keeping));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean isExclusive() {
        return false;
    }

    @Override
    public boolean isHeavy() {
        return true;
    }

    @Override
    public Pipeline<BackupContext> pipeline() {
        return pipeline;
    }

    @Override
    public BackupContext context(RunContext run) {
        return new BackupContext(run, () -> {
            BackupRow row = Reactive.await(() -> Panache.withSession(() -> row(run.run())));
            return tenant(run.subject().id()).map(tenant -> work.of(row, tenant, run.scope(), run::warn));
        });
    }

    private Optional<TenantSnapshot> tenant(UUID id) {
        try {
            return Optional.of(Reactive.await(() -> Panache.withSession(() -> tenants.get(id))));
        } catch (ProblemException gone) {
            return Optional.empty();
        }
    }

    private static Uni<BackupRow> row(UUID run) {
        return BackupRow.find("runId", run).firstResult();
    }

    @Override
    public String successMessage() {
        return "The backup is complete";
    }

    @Override
    public Uni<?> end(BackupContext context, RunOutcome outcome) {
        if (outcome.status() == RunStatus.SUCCEEDED) {
            return Uni.createFrom().voidItem();
        }
        String why = outcome.failure() == null
                ? "The backup was cancelled"
                : outcome.failure().detail();
        return row(context.run()).flatMap(row -> backups.failed(row.id, why));
    }
}
