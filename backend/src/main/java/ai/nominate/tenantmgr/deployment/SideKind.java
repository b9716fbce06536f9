package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunContext;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.smallrye.mutiny.Uni;

/**
 * A kind of run that carries out a command of the manifest beside other runs of the tenant. Changes neither its release nor its
 * status; what the command did is the application's to undo.
 */
abstract class SideKind implements RunKind<DeploymentContext> {
    private final String id;
    private final String command;
    private final TenantRegistry tenants;
    private final Pipeline<DeploymentContext> pipeline;

    /** @param command names it in the last line of the log: {@code The command} */
    SideKind(String id, String command, TenantRegistry tenants, Step<DeploymentContext> step) {
        this.id = id;
        this.command = command;
        this.tenants = tenants;
        this.pipeline = new Pipeline<DeploymentContext>().then(step);
    }

    @Override
    public String id() {
        return id;
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
        return command + " succeeded";
    }

    @Override
    public boolean undoesOnFailure() {
        return false;
    }

    @Override
    public String failureMessage() {
        return command + " failed; what it changed stays";
    }

    @Override
    public Uni<?> end(DeploymentContext context, RunOutcome outcome) {
        return Uni.createFrom().voidItem();
    }
}
