package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ServiceSpec;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.NamedStep;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.HealthProbe;
import ai.nominate.tenantmgr.slot.SlotManifests;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.SlotWorkers;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Probes the new services until each has passed three health checks in a row over at least the watch time. An answer counts
 * only if the service's own process listens on the port: a foreign process must not pass for a release that never started.
 */
@Singleton
public class VerifyHealth extends NamedStep<DeploymentContext> {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int EVIDENCE = 20;
    private static final String FOREGROUND =
            ". A service must stay in the foreground: if the program puts itself into the background, use its option against that";

    private final SlotRelease releases;
    private final TenantServices services;
    private final SlotWorkers workers;
    private final TenantAddress address;
    private final SlotConnections connections;
    private final Settings settings;

    VerifyHealth(
            SlotRelease releases,
            TenantServices services,
            SlotWorkers workers,
            TenantAddress address,
            SlotConnections connections,
            Settings settings) {
        super("verify-health", "Health check", 6000);
        this.releases = releases;
        this.services = services;
        this.workers = workers;
        this.address = address;
        this.connections = connections;
        this.settings = settings;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Slot slot = context.pinned().slot();
        Release release = releases.of(context.pinned().release());
        workers.startOthers(
                tenant.slug(), slot, context.permit()); // they may have exited during a crash of the manager
        Duration watch = context.hasServed() // enough good answers in a row: what has served needs no trial
                ? Duration.ZERO
                : Reactive.await(() -> settings.get(DeploymentSettings.WATCH_TIME));
        Duration start = Reactive.await(() -> settings.get(SlotSettings.START_TIMEOUT));
        List<WatchedService> watched = workers.others(tenant.slug(), slot).stream()
                .map(unit -> watched(unit.id(), tenant, release.manifest(), start))
                .toList();
        return watched.isEmpty()
                ? new StepResult.Skipped("The application has no service to ask")
                : watch(watched, new HealthProbe(address.url(tenant)), release, watch, context);
    }

    private StepResult watch(
            List<WatchedService> watched,
            HealthProbe probe,
            Release release,
            Duration watch,
            DeploymentContext context) {
        long began = System.nanoTime();
        while (true) {
            for (WatchedService service : watched) {
                Optional<StepResult> ended = ended(service);
                if (ended.isPresent()) {
                    return ended.get();
                }
                service.look(probe, context);
            }
            long now = System.nanoTime();
            List<WatchedService> open = watched.stream()
                    .filter(service -> !service.isProven(now, watch))
                    .toList();
            if (open.isEmpty()) {
                watched.forEach(service -> service.exposure().ifPresent(context::warn));
                connections
                        .excess(context.tenant(), context.pinned().slot(), release)
                        .ifPresent(context::warn);
                return new StepResult.Done(watched.size() + " service(s) healthy for " + watch.toSeconds() + " s");
            }
            Optional<WatchedService> late = open.stream()
                    .filter(service ->
                            now - began > service.startTimeout().plus(watch).toNanos())
                    .findFirst();
            if (late.isPresent()) {
                WatchedService service = late.get();
                return new StepResult.Failed(
                        service.problem(),
                        service.lateness(watch),
                        services.lastLines(service.id(), service.path(), EVIDENCE));
            }
            pause();
        }
    }

    private WatchedService watched(UnitId id, TenantSnapshot tenant, Manifest manifest, Duration start) {
        ServiceSpec spec = manifest.services().get(id.service());
        return new WatchedService(
                id,
                SlotManifests.port(tenant, id.slot(), manifest, id.service()),
                spec.health(),
                spec.startTimeout().orElse(start),
                services);
    }

    private Optional<StepResult> ended(WatchedService watched) {
        UnitId id = watched.id();
        UnitStatus status = services.status(id);
        if (status.state() == UnitState.RUNNING) {
            return Optional.empty();
        }
        String code = status.lastExit() == null ? "" : " with code " + status.lastExit();
        String end = status.excess() == null ? "exited" + code : status.excess() + " and was ended";
        String hint = Integer.valueOf(0).equals(status.lastExit()) ? FOREGROUND : "";
        return Optional.of(new StepResult.Failed(
                DeploymentProblem.SERVICE_ENDED,
                "Service " + id.service() + " " + end + " during the health check" + hint,
                services.lastLines(id, watched.path(), EVIDENCE)));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted during the health check");
        }
    }
}
