package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Step;

/** The first step of a run that starts the live release again: pins what the others start. */
abstract class LivePreflight implements Step<DeploymentContext> {
    @Override
    public String id() {
        return "preflight";
    }

    @Override
    public String title() {
        return "Preflight";
    }

    @Override
    public int usualMs() {
        return 60;
    }
}
