package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.run.engine.Step;

/** A step of a restore. */
abstract class RestoreStep implements Step<DeploymentContext> {
    private final String id;
    private final String title;
    private final int usualMs;

    RestoreStep(String id, String title, int usualMs) {
        this.id = id;
        this.title = title;
        this.usualMs = usualMs;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final int usualMs() {
        return usualMs;
    }
}
