package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RunCommand;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Runs a one-off command of the manifest, beside other runs of the tenant. Changes neither its release nor its status. */
@Singleton
class CommandKind implements RunKind<DeploymentContext> {
    static final String ID = "command";

    private final TenantRegistry tenants;
    private final Pipeline<DeploymentContext> pipeline;

    CommandKind(TenantRegistry tenants, RunCommand runCommand) {
        this.tenants = tenants;
        this.pipeline = new Pipeline<DeploymentContext>().then(runCommand);
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
        return "The command succeeded";
    }

    /** What a command did is the application's to undo. */
    @Override
    public boolean undoesOnFailure() {
        return false;
    }

    @Override
    public String failureMessage() {
        return "The command failed; what it changed stays";
    }

    @Override
    public Uni<?> end(DeploymentContext context, RunOutcome outcome) {
        return Uni.createFrom().voidItem();
    }
}
