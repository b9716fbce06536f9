package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.BackupInRun;
import ai.nominate.tenantmgr.backup.BackupReason;
import ai.nominate.tenantmgr.backup.BackupSnapshot;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;

/** Takes a backup of what the restore replaces, while no service changes it. It stays when the way back is gone. */
@Singleton
class BackupBefore extends RestoreStep {
    private final BackupInRun backups;

    BackupBefore(BackupInRun backups) {
        super("backup", "Backup before", 2_000);
        this.backups = backups;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        if (context.tenant().live().isEmpty()) {
            return new StepResult.Skipped("The tenant was never deployed: there is nothing to keep");
        }
        BackupSnapshot taken = backups.take(
                context.tenant(), BackupReason.BEFORE_RESTORE, Actor.MANAGER.name(), context.scope(), context::say);
        return new StepResult.Done("Backup " + taken.id() + " taken of what is replaced");
    }
}
