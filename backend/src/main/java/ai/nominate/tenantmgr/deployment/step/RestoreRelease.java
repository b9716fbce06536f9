package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.release.ReleaseSettings;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Ensures that the earlier release is on disk; builds it again if it was pruned. */
@Singleton
public class RestoreRelease extends NamedStep<DeploymentContext> {
    private final Releases releases;
    private final Settings settings;

    RestoreRelease(Releases releases, Settings settings) {
        super("restore-release", "Restore release", 50);
        this.releases = releases;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        String id = context.pinned().release();
        Duration limit = Reactive.await(() -> settings.get(ReleaseSettings.BUILD_TIMEOUT));
        return releases.restore(id, limit, context.scope()).built()
                ? new StepResult.Done("Rebuilt release " + id)
                : new StepResult.Done("Release " + id + " exists");
    }
}
