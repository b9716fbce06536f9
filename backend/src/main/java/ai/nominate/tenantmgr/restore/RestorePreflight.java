package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.config.Configs;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.host.file.DiskSpace;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Releases;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Pins the release of the backup for the idle slot, and notes what is live. */
@Singleton
class RestorePreflight extends RestoreStep {
    /** The parts, and a database of about their size. */
    private static final int COPIES = 3;

    private static final long RESERVE = 512L << 20;

    private final RestoredBackup backup;
    private final Releases releases;
    private final Configs configs;
    private final TenantFiles files;

    RestorePreflight(RestoredBackup backup, Releases releases, Configs configs, TenantFiles files) {
        super("preflight", "Preflight", 100);
        this.backup = backup;
        this.releases = releases;
        this.configs = configs;
        this.files = files;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        BundleManifest manifest = backup.manifest(context);
        if (manifest.release() == null) {
            return new StepResult.Failed(RestoreProblem.NOTHING_LIVE, "Nothing was live when it was taken");
        }
        SafeFiles.directory(files.directory(tenant.slug()), "rwxr-xr-x");
        Optional<String> shortage =
                new DiskSpace(files.directory(tenant.slug())).shortage(COPIES * manifest.plainBytes() + RESERVE);
        if (shortage.isPresent()) {
            return new StepResult.Failed(DeploymentProblem.DISK_FULL, shortage.get());
        }
        BundleManifest.Release release = manifest.release();
        Slot slot = tenant.live().map(Slot::other).orElse(Slot.A);
        Boolean isKnown = Reactive.await(
                () -> Panache.withSession(() -> releases.find(release.id()).map(found -> found != null)));
        if (isKnown) {
            context.pinRelease(release.id());
        }
        int config = Reactive.await(() -> Panache.withSession(() -> configs.newest(tenant.id())))
                .version();
        context.pin(slot, release.ref(), release.commit(), null, config);
        context.transaction(() -> note(context, tenant));
        return new StepResult.Done(
                "Backup of " + manifest.createdAt() + ", release " + release.id() + " in slot " + slot);
    }

    private static Uni<RestoreRow> note(DeploymentContext context, TenantSnapshot tenant) {
        return RestoreRow.<RestoreRow>findById(context.run()).flatMap(there -> {
            if (there != null) {
                return Uni.createFrom().item(there);
            }
            RestoreRow row = new RestoreRow();
            row.runId = context.run();
            row.tenantId = tenant.id();
            row.backupId = UUID.fromString(context.order().change().orElseThrow());
            row.releaseBefore =
                    tenant.live().flatMap(live -> tenant.slot(live).release()).orElse(null);
            row.configBefore = tenant.live()
                    .flatMap(live -> tenant.slot(live).configVersion())
                    .orElse(null);
            row.state = RestoreRow.RUNNING;
            row.requestedAt = context.queuedAt();
            return row.persist();
        });
    }
}
