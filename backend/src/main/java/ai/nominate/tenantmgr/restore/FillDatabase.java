package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.database.DatabaseLogin;
import ai.nominate.tenantmgr.database.DatabaseProblem;
import ai.nominate.tenantmgr.database.DumpRestore;
import ai.nominate.tenantmgr.database.RowCounts;
import ai.nominate.tenantmgr.database.StagedDatabases;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Restores the database beside the tenant's own, and counts its rows. */
@Singleton
class FillDatabase extends RestoreStep {
    private static final Duration LIMIT = Duration.ofHours(4);
    private static final Duration COUNT_LIMIT = Duration.ofMinutes(10);

    private final RestoredBackup backup;
    private final StagedDatabases staged;
    private final DumpRestore restore;
    private final RowCounts counts;

    FillDatabase(RestoredBackup backup, StagedDatabases staged, DumpRestore restore, RowCounts counts) {
        super("restore-database", "Database", 2_500);
        this.backup = backup;
        this.staged = staged;
        this.restore = restore;
        this.counts = counts;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        UnpackedBundle bundle = backup.unpacked(context);
        if (bundle.database().isEmpty()) {
            return new StepResult.Skipped("The backup has no database");
        }
        TenantSnapshot tenant = context.tenant();
        DatabaseLogin login = staged.stage(tenant, context.run(), context.permit());
        context.mask(login.password());
        try {
            restore.restore(tenant.slug(), login, bundle.database().get(), LIMIT, context.scope());
        } catch (ProblemException e) {
            if (e.problem() != DatabaseProblem.BACKUP_FAILED) {
                throw e;
            }
            return new StepResult.Failed(RestoreProblem.NOT_RESTORED, e.getMessage(), e.lastLines(), true);
        }
        List<String> differences = counts.differences(login, bundle.manifest().rowCounts(), COUNT_LIMIT);
        return differences.isEmpty()
                ? new StepResult.Done("Restored beside the present one; all "
                        + bundle.manifest().rowCounts().size() + " table(s) have the rows of the manifest")
                : new StepResult.Failed(RestoreProblem.ROWS_DIFFER, differences.getFirst(), differences);
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        staged.dropStaged(context.tenant(), context.run(), context.permit());
        return Optional.of("The restored database was dropped");
    }
}
