package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.run.Runs;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.SlotWorkers;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.SlotStatus;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Moves the workers that bear no twin from one slot to the other around a switch: those of the old slot stop before visitors get
 * the new release, those of the new slot start after it and must stay up for the watch time.
 */
@ApplicationScoped
public class WorkerSwitch {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int EVIDENCE = 20;

    private final SlotWorkers workers;
    private final TenantServices services;
    private final Runs runs;
    private final Settings settings;

    WorkerSwitch(SlotWorkers workers, TenantServices services, Runs runs, Settings settings) {
        this.workers = workers;
        this.services = services;
        this.runs = runs;
        this.settings = settings;
    }

    /** Stops the workers of the slot that was live, and ends the scheduled commands that run in it. */
    public void stop(DeploymentContext context, Slot slot) {
        TenantSlug slug = context.tenant().slug();
        endScheduled(context);
        if (!workers.hasNone(slug, slot)) {
            Duration grace = Reactive.await(() -> settings.get(SlotSettings.STOP_GRACE));
            workers.stop(slug, slot, grace, context.permit());
            context.say("Workers of slot " + slot + " stopped");
        }
    }

    private void endScheduled(DeploymentContext context) {
        List<UUID> active = context.transaction(() -> runs.active(context.subject().id(), RunCron.KIND));
        for (UUID run : active) {
            context.transaction(() -> runs.cancel(run));
            runs.changed(run);
        }
    }

    /** Starts the workers of the slot that is live now. Answers the failure of one that does not stay up. */
    public Optional<StepResult.Failed> start(DeploymentContext context, Slot slot) {
        TenantSlug slug = context.tenant().slug();
        if (workers.hasNone(slug, slot)) {
            return Optional.empty();
        }
        workers.start(slug, slot, context.permit());
        Duration watch = Reactive.await(() -> settings.get(DeploymentSettings.WATCH_TIME));
        long end = System.nanoTime() + watch.toNanos();
        do {
            pause();
            Optional<Unit> ended = workers.ended(slug, slot);
            if (ended.isPresent()) {
                return Optional.of(failure(ended.get()));
            }
        } while (System.nanoTime() < end);
        workers.keep(slug, slot);
        context.say("Workers of slot " + slot + " started");
        return Optional.empty();
    }

    /** Starts the workers of the slot that was live before, unless the tenant was stopped. */
    public void putBack(DeploymentContext context, Slot slot) {
        TenantSlug slug = context.tenant().slug();
        if (context.statusBefore() != TenantStatus.ACTIVE
                || context.tenant().slot(slot).status() == SlotStatus.STOPPED) {
            return;
        }
        workers.start(slug, slot, context.permit());
        workers.keep(slug, slot);
    }

    private StepResult.Failed failure(Unit unit) {
        return new StepResult.Failed(
                DeploymentProblem.SERVICE_ENDED,
                "Worker " + unit.id().service() + " ended after the switch",
                services.lastLines(unit.id(), "", EVIDENCE));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while the workers started");
        }
    }
}
