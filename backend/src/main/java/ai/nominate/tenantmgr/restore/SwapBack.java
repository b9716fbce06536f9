package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.database.StagedDatabases;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Puts the database and the files that a restore has replaced back into their places. */
@Singleton
class SwapBack extends RestoreStep {
    private final StagedDatabases databases;
    private final RestoreFiles files;

    SwapBack(StagedDatabases databases, RestoreFiles files) {
        super("swap-data", "Put data back", 300);
        this.databases = databases;
        this.files = files;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        databases.swapBack(tenant, restore(context), context.permit());
        files.swapBack(tenant.slug(), restore(context), context.scope());
        return new StepResult.Done("Database and files are those of before the restore");
    }

    @Override
    public Optional<String> undo(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        databases.swap(tenant, restore(context), context.permit());
        files.swap(tenant.slug(), restore(context), context.scope());
        return Optional.of("Database and files are the restored ones again");
    }

    static UUID restore(DeploymentContext context) {
        return UUID.fromString(context.order().change().orElseThrow());
    }
}
