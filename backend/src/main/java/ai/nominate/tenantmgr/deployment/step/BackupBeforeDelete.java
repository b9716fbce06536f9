package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.backup.BackupInRun;
import ai.nominate.tenantmgr.backup.BackupReason;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;

/** Takes a backup of a tenant that is about to be deleted, unless the caller wants none. The tenant is whole as long as that fails. */
@Singleton
public class BackupBeforeDelete extends NamedStep<DeploymentContext> {
    private final TenantDatabases databases;
    private final BackupInRun backups;

    BackupBeforeDelete(TenantDatabases databases, BackupInRun backups) {
        super("backup", "Backup", 1_000);
        this.databases = databases;
        this.backups = backups;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        if (context.order().skipBackup()) {
            return new StepResult.Skipped("Deleted without a backup, as requested");
        }
        if (tenant.live().isEmpty() && !(databases.hasPassword(tenant) && databases.exists(tenant))) {
            return new StepResult.Skipped("The tenant has no data");
        }
        try {
            var backup = backups.take(tenant, BackupReason.BEFORE_DELETE, "delete", context.scope(), context::say);
            return new StepResult.Done("Backup " + backup.id() + " taken; it outlives the tenant");
        } catch (ProblemException e) {
            return new StepResult.Failed(
                    e.problem(),
                    e.problem().title() + ": " + e.getMessage()
                            + ". Nothing was deleted. With skipBackup=true it is deleted without a backup",
                    e.lastLines());
        }
    }
}
