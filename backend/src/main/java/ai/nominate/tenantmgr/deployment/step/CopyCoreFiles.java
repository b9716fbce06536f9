package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.release.PinnedSource;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.release.ReleaseSettings;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.release.Sources;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Provides the release of the pinned commit: an existing one, or a new one, built once for all tenants. */
@Singleton
public class CopyCoreFiles extends NamedStep<DeploymentContext> {
    private final CoreSource core;
    private final Sources sources;
    private final Releases releases;
    private final Settings settings;

    CopyCoreFiles(CoreSource core, Sources sources, Releases releases, Settings settings) {
        super("copy-core-files", "Build", 4000);
        this.core = core;
        this.sources = sources;
        this.releases = releases;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        TenantSource source = Reactive.await(() -> Panache.withSession(() -> core.of(tenant)));
        Duration limit = Reactive.await(() -> settings.get(ReleaseSettings.BUILD_TIMEOUT));
        PinnedSource pinned = new PinnedSource(
                source,
                Optional.ofNullable(context.pinned().ref()),
                context.pinned().commit(),
                Optional.ofNullable(context.pinned().message()));
        Manifest manifest = sources.manifest(pinned, context.scope());
        Releases.Found found = releases.ensure(pinned, manifest, limit, context.scope());
        Release release = found.release();
        context.pinRelease(release.id());
        return new StepResult.Done(
                found.built() ? "Built release " + release.id() : "Release " + release.id() + " already exists");
    }
}
