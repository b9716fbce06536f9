package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.control.CloseSite;
import ai.nominate.tenantmgr.control.DrainLiveSlot;
import ai.nominate.tenantmgr.control.StopLiveSlot;
import ai.nominate.tenantmgr.deployment.DeploymentKind;
import ai.nominate.tenantmgr.deployment.SlotActivation;
import ai.nominate.tenantmgr.deployment.step.DeploymentContext;
import ai.nominate.tenantmgr.deployment.step.RenderConfig;
import ai.nominate.tenantmgr.deployment.step.RestoreRelease;
import ai.nominate.tenantmgr.run.engine.Pipeline;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Undoes a restore while what it replaced is kept. What was done since is in the backup that it takes first. */
@Singleton
class UndoKind extends DeploymentKind {
    static final String ID = "restore-undo";

    private final Pipeline<DeploymentContext> pipeline;
    private final Clock clock;

    UndoKind(
            TenantRegistry tenants,
            UndoPreflight preflight,
            RestoreRelease restoreRelease,
            CloseSite closeSite,
            DrainLiveSlot drainLiveSlot,
            StopLiveSlot stopLiveSlot,
            BackupBefore backupBefore,
            SwapBack swapBack,
            RenderConfig renderConfig,
            SlotActivation activation,
            Clock clock) {
        super(ID, "Undone: visitors get the tenant as it was before the restore", tenants);
        this.clock = clock;
        pipeline = activation.appendTo(new Pipeline<DeploymentContext>()
                .then(preflight)
                .then(restoreRelease)
                .then(new IfServing(closeSite))
                .then(new IfServing(drainLiveSlot))
                .then(new IfServing(stopLiveSlot))
                .then(backupBefore) // what was done since the restore is in it
                .then(swapBack)
                .then(renderConfig));
    }

    @Override
    public Pipeline<DeploymentContext> pipeline() {
        return pipeline;
    }

    /** What the restore brought is removed with the next look at what is kept. */
    @Override
    public Uni<?> end(DeploymentContext context, RunOutcome outcome) {
        return outcome.status() != RunStatus.SUCCEEDED
                ? super.end(context, outcome)
                : RestoreRow.update(
                                "state = ?1, undoneAt = ?2, undoUntil = ?2 where runId = ?3",
                                RestoreRow.UNDONE,
                                clock.instant(),
                                SwapBack.restore(context))
                        .flatMap(done -> super.end(context, outcome));
    }
}
