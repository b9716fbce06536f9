package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.deployment.step.DeploymentProblem;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.slot.ServiceView;
import ai.nominate.tenantmgr.slot.SlotManifests;
import ai.nominate.tenantmgr.slot.SlotSettings;
import ai.nominate.tenantmgr.slot.TenantServices;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts and stops the live slot of a tenant and confirms the result. Blocks its virtual thread. The tenant's status is
 * the lock: starts, stops and deployments exclude each other.
 */
@ApplicationScoped
class ServiceControl {
    private static final int EVIDENCE = 20;
    private static final long LOOK_MS = 100;

    private final TenantRegistry tenants;
    private final LiveSlot slot;
    private final TenantServices services;
    private final SlotManifests manifests;
    private final LiveMarkers markers;
    private final Settings settings;
    private final Audit audit;
    private final Permit permit;

    ServiceControl(
            TenantRegistry tenants,
            LiveSlot slot,
            TenantServices services,
            SlotManifests manifests,
            LiveMarkers markers,
            Settings settings,
            Audit audit,
            Permit permit) {
        this.tenants = tenants;
        this.slot = slot;
        this.services = services;
        this.manifests = manifests;
        this.markers = markers;
        this.settings = settings;
        this.audit = audit;
        this.permit = permit;
    }

    /** From here on visitors get the maintenance page. */
    ServicesReport stop(String id, Actor actor) {
        TenantSnapshot tenant = find(id, actor);
        Slot live = live(tenant);
        ordered("tenant.stop", tenant, actor, Set.of(TenantStatus.ACTIVE), TenantStatus.STOPPED);
        markers.down(tenant.slug(), permit);
        services.stop(tenant.slug(), live, grace(), permit);
        return report(tenant);
    }

    ServicesReport start(String id, Actor actor) {
        TenantSnapshot tenant = find(id, actor);
        Slot live = live(tenant);
        if (tenant.status() == TenantStatus.STOPPED) {
            slot.require(tenant, live);
        }
        ordered("tenant.start", tenant, actor, Set.of(TenantStatus.STOPPED), TenantStatus.DEPLOYING);
        int config;
        try {
            config = slot.prepare(tenant, live);
            services.start(tenant.slug(), live, permit);
            awaitServing(tenant, live);
        } catch (RuntimeException e) {
            services.stop(tenant.slug(), live, grace(), permit);
            move(tenant, Set.of(TenantStatus.DEPLOYING), TenantStatus.STOPPED);
            throw e;
        }
        services.keep(tenant.slug(), live);
        markers.up(tenant.slug(), permit);
        Reactive.transaction(() -> tenants.move(tenant.id(), Set.of(TenantStatus.DEPLOYING), TenantStatus.ACTIVE)
                .flatMap(done -> tenants.started(tenant.id(), live, config, tenant.domain())));
        return report(tenant);
    }

    ServicesReport restart(String id, Actor actor) {
        TenantSnapshot tenant = find(id, actor);
        if (tenant.status() == TenantStatus.ACTIVE) {
            slot.require(tenant, live(tenant)); // refused while it still serves
        }
        if (tenant.status() != TenantStatus.STOPPED) {
            stop(id, actor);
        }
        return start(id, actor);
    }

    private void awaitServing(TenantSnapshot tenant, Slot live) {
        List<UnitId> units = services.units(tenant.slug(), live).stream()
                .map(unit -> unit.id())
                .toList();
        Duration limit = Reactive.await(() -> settings.get(SlotSettings.START_TIMEOUT));
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            List<UnitStatus> statuses = units.stream().map(services::status).toList();
            for (UnitStatus status : statuses) {
                if (status.state() != UnitState.RUNNING) {
                    String end = status.excess() == null ? "exited" : status.excess() + " and was ended";
                    throw didNotStart(status.id(), end + " during startup");
                }
            }
            List<UnitId> late = units.stream()
                    .filter(unit -> !manifests
                            .port(tenant, unit)
                            .map(port -> services.listens(unit, port))
                            .orElse(true))
                    .toList();
            if (late.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw didNotStart(late.getFirst(), "did not listen within " + limit.toSeconds() + " s");
            }
            pause();
        }
    }

    private ProblemException didNotStart(UnitId unit, String why) {
        return new ProblemException(DeploymentProblem.DID_NOT_START, "Service " + unit.service() + " " + why)
                .with(ProblemException.LAST_LINES, services.lastLines(unit, EVIDENCE));
    }

    private ServicesReport report(TenantSnapshot before) {
        TenantSnapshot tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(before.id())));
        return new ServicesReport(
                tenant.status().id(),
                services.statuses(tenant.slug()).stream()
                        .map(status -> ServiceView.of(status, tenant, manifests.port(tenant, status.id())))
                        .toList());
    }

    private TenantSnapshot find(String id, Actor actor) {
        return Reactive.await(() -> Panache.withSession(() -> tenants.get(id, actor)));
    }

    private static Slot live(TenantSnapshot tenant) {
        return tenant.live()
                .orElseThrow(() -> new ProblemException(DeploymentProblem.NEVER_DEPLOYED, "Deploy the tenant first"));
    }

    private void ordered(String action, TenantSnapshot tenant, Actor actor, Set<TenantStatus> from, TenantStatus to) {
        Change change = Change.created(action, tenant.slug().value(), tenant.id(), Map.of());
        Reactive.transaction(() -> tenants.move(tenant.id(), from, to).call(() -> audit.record(actor, change)));
    }

    private void move(TenantSnapshot tenant, Set<TenantStatus> from, TenantStatus to) {
        Reactive.transaction(() -> tenants.move(tenant.id(), from, to));
    }

    private Duration grace() {
        return Reactive.await(() -> settings.get(SlotSettings.STOP_GRACE));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the services", e);
        }
    }
}
