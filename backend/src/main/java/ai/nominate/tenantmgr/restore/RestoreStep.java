package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.NamedStep;

/** A step of a restore. */
abstract class RestoreStep extends NamedStep<DeploymentContext> {
    RestoreStep(String id, String title, int usualMs) {
        super(id, title, usualMs);
    }
}
