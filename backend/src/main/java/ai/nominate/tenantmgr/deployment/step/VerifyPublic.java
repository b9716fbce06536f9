package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.nginx.ProbeTarget;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import jakarta.enterprise.context.ApplicationScoped;

/** Requests the new slot by its public domain while the old slot still serves all visitors. */
@ApplicationScoped
public class VerifyPublic implements Step<DeploymentContext> {
    private final PublicCheck check;

    VerifyPublic(PublicCheck check) {
        this.check = check;
    }

    @Override
    public String id() {
        return "verify-public";
    }

    @Override
    public String title() {
        return "Outside check";
    }

    @Override
    public int usualMs() {
        return 100;
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
