package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepResult;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.HealthProbe;
import ai.nominate.tenantmgr.slot.ProbeHistory;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Probes the new services until each has passed three health checks in a row over at least the watch time. An answer counts
 * only if the service's own process listens on the port: a foreign process must not pass for a release that never started.
 */
@ApplicationScoped
public class VerifyHealth implements Step<DeploymentContext> {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int EVIDENCE = 20;

    private final SlotRelease releases;
    private final TenantServices services;
    private final Settings settings;

    VerifyHealth(SlotRelease releases, TenantServices services, Settings settings) {
        this.releases = releases;
        this.services = services;
        this.settings = settings;
    }

    @Override
    public String id() {
        return "verify-health";
    }

    @Override
    public String title() {
        return "Health check";
    }

    @Override
    public int usualMs() {
        return 6000;
    }

    @Override
    public StepResult run(DeploymentContext context) {
        TenantSnapshot tenant = context.tenant();
        Slot slot = context.pinned().slot();
        Release release = releases.of(context.pinned().release());
        services.start(tenant.slug(), slot, context.permit()); // they may have exited during a crash of the manager
        Duration watch = context.hasServed() // enough good answers in a row: what has served needs no trial
                ? Duration.ZERO
                : Reactive.await(() -> settings.get(DeploymentSettings.WATCH_TIME));
        Duration start = Reactive.await(() -> settings.get(SlotSettings.START_TIMEOUT));
        List<Watched> watched = services.units(tenant.slug(), slot).stream()
                .map(unit -> watched(unit, tenant, release))
                .toList();
        try (HealthProbe probe = new HealthProbe()) {
            return watch(watched, probe, start, watch, context);
        }
    }

    private StepResult watch(
            List<Watched> watched, HealthProbe probe, Duration start, Duration watch, DeploymentContext context) {
        long deadline = System.nanoTime() + start.plus(watch).toNanos();
        while (true) {
            for (Watched service : watched) {
                Optional<StepResult> ended = ended(service);
                if (ended.isPresent()) {
                    return ended.get();
                }
                service.look(probe, () -> services.listens(service.id, service.port), context);
            }
            long now = System.nanoTime();
            if (watched.stream().allMatch(service -> service.isProven(now, watch))) {
                return new StepResult.Done(watched.size() + " service(s) healthy for " + watch.toSeconds() + " s");
            }
            if (now > deadline) {
                return tooLate(watched, start.plus(watch), watch);
            }
            pause();
        }
    }

    private static Watched watched(Unit unit, TenantSnapshot tenant, Release release) {
        PortNumber port = tenant.ports().port(unit.id().slot(), unit.id().service());
        String path = release.manifest().services().get(unit.id().service()).health();
        return new Watched(unit.id(), port, path);
    }

    private Optional<StepResult> ended(Watched watched) {
        UnitId id = watched.id;
        UnitStatus status = services.status(id);
        if (status.state() == UnitState.RUNNING) {
            return Optional.empty();
        }
        String code = status.lastExit() == null ? "" : " with code " + status.lastExit();
        String end = status.excess() == null ? "exited" + code : status.excess() + " and was ended";
        return Optional.of(new StepResult.Failed(
                DeploymentProblem.SERVICE_ENDED,
                "Service " + id.service() + " " + end + " during the health check",
                services.lastLines(id, watched.path, EVIDENCE)));
    }

    private StepResult tooLate(List<Watched> watched, Duration limit, Duration watch) {
        Watched late = watched.stream()
                .filter(service -> !service.isProven(System.nanoTime(), watch))
                .findFirst()
                .orElse(watched.getFirst());
        return new StepResult.Failed(
                late.problem(),
                "Service " + late.id.service() + " did not become healthy within " + limit.toSeconds() + " s: "
                        + late.answers(),
                services.lastLines(late.id, late.path, EVIDENCE));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted during the health check");
        }
    }

    /** One service and its probe results. */
    private static final class Watched {
        static final int ENOUGH = 3;
        final UnitId id;
        final PortNumber port;
        final String path;
        private final ProbeHistory history = new ProbeHistory(ENOUGH);
        private DeploymentProblem problem = DeploymentProblem.SERVICE_SILENT;

        Watched(UnitId id, PortNumber port, String path) {
            this.id = id;
            this.port = port;
            this.path = path;
        }

        /** @param ownListener asked after the answer, because the service may have begun to listen just before it */
        void look(HealthProbe probe, BooleanSupplier ownListener, DeploymentContext context) {
            HealthProbe.Answer answer = probe.ask(port, path);
            boolean isForeign = answer.isWell() && !ownListener.getAsBoolean();
            String sentence = isForeign ? "port " + port + " answered by another process" : answer.sentence();
            history.add(System.nanoTime(), answer.isWell() && !isForeign, isForeign, sentence)
                    .ifPresent(news -> context.say("Service " + id.service() + ": " + news));
            if (isForeign) {
                problem = DeploymentProblem.SERVICE_IMPOSTOR;
            } else if (!answer.isWell()) {
                problem = answer.status() == 0 ? DeploymentProblem.SERVICE_SILENT : DeploymentProblem.SERVICE_UNHEALTHY;
            }
        }

        boolean isProven(long now, Duration watch) {
            return history.isSteady(now, watch);
        }

        String answers() {
            return history.summary();
        }

        DeploymentProblem problem() {
            return problem;
        }
    }
}
