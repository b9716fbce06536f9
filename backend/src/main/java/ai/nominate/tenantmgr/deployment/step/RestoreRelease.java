package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.release.ReleaseSettings;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ensures that the earlier release is on disk; builds it again if it was pruned. */
@ApplicationScoped
public class RestoreRelease implements Step<DeploymentContext> {
    private final Releases releases;
    private final Settings settings;

    RestoreRelease(Releases releases, Settings settings) {
        this.releases = releases;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "restore-release";
    }

    @Override
    public String title() {
        return "Restore release";
    }

    @Override
    public int usualMs() {
        return 50;
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
