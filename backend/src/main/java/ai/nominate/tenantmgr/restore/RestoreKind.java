package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.control.CloseSite;
import ai.nominate.tenantmgr.control.DrainLiveSlot;
import ai.nominate.tenantmgr.control.StopLiveSlot;
import ai.nominate.tenantmgr.deployment.DeploymentKind;
import ai.nominate.tenantmgr.deployment.SlotActivation;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Restores a backup in the place of its tenant's data. The order of the steps is essential: read it before you change it. */
@Singleton
class RestoreKind extends DeploymentKind {
    static final String ID = "restore";
    /** So long what it replaced is kept. */
    static final Duration WAY_BACK = Duration.ofHours(24);

    private final Pipeline<DeploymentContext> pipeline;
    private final Clock clock;

    RestoreKind(
            TenantRegistry tenants,
            RestorePreflight preflight,
            RestoredRelease restoredRelease,
            UnpackBackup unpackBackup,
            FillDatabase fillDatabase,
            CloseSite closeSite,
            DrainLiveSlot drainLiveSlot,
            StopLiveSlot stopLiveSlot,
            BackupBefore backupBefore,
            SwapData swapData,
            RenderConfig renderConfig,
            SlotActivation activation,
            Clock clock) {
        super(ID, "Restored: visitors get the tenant of the backup; it can be undone for 24 hours", tenants);
        this.clock = clock;
        pipeline = activation.appendTo(new Pipeline<DeploymentContext>()
                .then(preflight)
                .then(restoredRelease)
                .then(unpackBackup) // whole and checked before anybody is disturbed
                .then(fillDatabase)
                .then(new IfServing(closeSite))
                .then(new IfServing(drainLiveSlot))
                .then(new IfServing(stopLiveSlot))
                .then(backupBefore) // of data that nothing changes any more
                .then(swapData)
                .then(renderConfig));
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }

    @Override
    public Uni<?> end(DeploymentContext context, RunOutcome outcome) {
        boolean isDone = outcome.status() == RunStatus.SUCCEEDED;
        return RestoreRow.update(
                        "state = ?1, undoUntil = ?2 where runId = ?3",
                        isDone ? RestoreRow.DONE : RestoreRow.FAILED,
                        isDone ? clock.instant().plus(WAY_BACK) : null,
                        context.run())
                .flatMap(done -> isDone
                        ? RestoreRow.endOthers(context.subject().id(), context.run(), clock.instant())
                        : Uni.createFrom().item(0))
                .flatMap(done -> super.end(context, outcome));
    }
}
