package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.database.DatabaseDumps;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;

/** Drops the tenant's database and role, or keeps both under a name that is never given to a later tenant. */
@Singleton
public class RemoveDatabase extends NamedStep<DeploymentContext> {
    private final TenantDatabases databases;
    private final DatabaseDumps dumps;

    RemoveDatabase(TenantDatabases databases, DatabaseDumps dumps) {
        super("remove-database", "Remove database", 200);
        this.databases = databases;
        this.dumps = dumps;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        if (!databases.hasPassword(tenant)) {
            return new StepResult.Skipped("The tenant had no database");
        }
        if (context.order().removeDatabase()) {
            databases.drop(tenant, context.permit());
            dumps.remove(tenant, context.permit());
            return new StepResult.Done("Database and role dropped");
        }
        return databases
                .archive(tenant, context.run(), context.permit())
                .<StepResult>map(place -> new StepResult.Done(
                        "Database kept as " + place + ", with a role of the same name without login"))
                .orElseGet(() -> new StepResult.Skipped("The database was already removed"));
    }
}
