package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.database.StagedDatabases;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives the restored database and files the place of the present ones, which are kept. No service runs meanwhile, and a run that was
 * interrupted goes on here: nobody ever sees the one without the other.
 */
@Singleton
class SwapData extends RestoreStep {
    private final StagedDatabases databases;
    private final RestoreFiles files;

    SwapData(StagedDatabases databases, RestoreFiles files) {
        super("swap-data", "Replace data", 300);
        this.databases = databases;
        this.files = files;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        databases.swap(tenant, context.run(), context.permit());
        files.swap(tenant.slug(), context.run(), context.scope());
        return new StepResult.Done("Database and files replaced; those of before are kept");
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        databases.swapBack(tenant, context.run(), context.permit());
        files.swapBack(tenant.slug(), context.run(), context.scope());
        return Optional.of("Database and files are those of before");
    }
}
