package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.run.Step;
import ai.nominate.tenantmgr.run.StepResult;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;

/** Drops the tenant's database with its role, or keeps it under a name that no later tenant is given. */
@ApplicationScoped
public class RemoveDatabase implements Step<DeploymentContext> {
    private final TenantDatabases databases;

    RemoveDatabase(TenantDatabases databases) {
        this.databases = databases;
    }

    @Override
    public String id() {
        return "remove-database";
    }

    @Override
    public String title() {
        return "Remove or keep the database";
    }

    @Override
    public int usualMs() {
        return 200;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        if (!databases.isKnown(tenant)) {
            return new StepResult.Skipped("It had no database");
        }
        if (context.order().removeDatabase()) {
            databases.drop(tenant, context.permit());
            return new StepResult.Done("Its database and its role were dropped");
        }
        return databases
                .keep(tenant, context.run(), context.permit())
                .<StepResult>map(place -> new StepResult.Done(
                        "Its database is kept as " + place + ", with a role of the same name that cannot sign in"))
                .orElseGet(() -> new StepResult.Skipped("It had no database any more"));
    }
}
