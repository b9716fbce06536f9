package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.inject.Singleton;

/** Requests the new slot by its public domain while the old slot still serves all visitors. */
@Singleton
public class VerifyPublic extends NamedStep<DeploymentContext> {
    private final PublicCheck check;

    VerifyPublic(PublicCheck check) {
        super("verify-public", "Outside check", 100);
        this.check = check;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        return check.fault(context, ProbeTarget.at(context.pinned().slot()))
                .<StepResult>map(fault -> new StepResult.Failed(DeploymentProblem.NOT_PUBLIC, fault))
                .orElseGet(
                        () -> new StepResult.Done("https://" + context.tenant().domain() + " answered from slot "
                                + context.pinned().slot() + " with its certificate"));
    }
}
