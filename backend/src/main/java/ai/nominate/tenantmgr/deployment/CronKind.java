package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RunCron;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Runs a command of the manifest whose time has come. Changes neither the tenant's release nor its status. */
@Singleton
class CronKind implements RunKind<DeploymentContext> {
    static final String ID = RunCron.KIND;

    private final TenantRegistry tenants;
    private final Pipeline<DeploymentContext> pipeline;

    CronKind(TenantRegistry tenants, RunCron runCron) {
        this.tenants = tenants;
        this.pipeline = new Pipeline<DeploymentContext>().then(runCron);
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
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }

    @Override
    public DeploymentContext context(RunContext run) {
        return new RunningDeployment(run, tenants, (tenant, order) -> tenant);
    }

    @Override
    public String successMessage() {
        return "The scheduled command succeeded";
    }

    /** What a command did is the application's to undo. */
    @Override
    public boolean undoesOnFailure() {
        return false;
    }

    @Override
    public String failureMessage() {
        return "The scheduled command failed; what it changed stays";
    }

    @Override
    public Uni<?> end(DeploymentContext context, RunOutcome outcome) {
        return Uni.createFrom().voidItem();
    }
}
