package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.series.HistoryQuery;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What may be asked about the health of one tenant. Any manager answers from the rows; only its own checks it. */
@ApplicationScoped
class TenantChecks {
    private final TenantRegistry tenants;
    private final HealthReader reader;
    private final HealthHistory history;
    private final HealthCheckNow now;
    private final Settings settings;
    private final Vertx vertx;
    private final Clock clock;

    TenantChecks(
            TenantRegistry tenants,
            HealthReader reader,
            HealthHistory history,
            HealthCheckNow now,
            Settings settings,
            Vertx vertx,
            Clock clock) {
        this.tenants = tenants;
        this.reader = reader;
        this.history = history;
        this.now = now;
        this.settings = settings;
        this.vertx = vertx;
        this.clock = clock;
    }

    Uni<HealthView> now(String id, Actor actor) {
        return tenant(id, actor).flatMap(this::view);
    }

    Uni<HealthView> check(String id, Actor actor) {
        return tenant(id, actor)
                .call(tenant -> vertx.executeBlocking(
                        () -> {
                            now.of(tenant);
                            return true;
                        },
                        false))
                .flatMap(tenant -> now(tenant.id().toString(), actor));
    }

    Uni<HealthHistoryView> history(String id, String from, String to, String resolution, Actor actor) {
        HistoryQuery query = HistoryQuery.of(from, to, resolution, clock.instant());
        return tenant(id, actor).flatMap(tenant -> history.read(tenant.id(), query));
    }

    Uni<PageView<IncidentView>> incidents(String id, PageRequest page, Actor actor) {
        return tenant(id, actor).flatMap(tenant -> reader.incidents(tenant.id(), page));
    }

    private Uni<HealthView> view(TenantSnapshot tenant) {
        return HealthLimits.read(settings).flatMap(limits -> reader.read(tenant, limits, clock.instant()));
    }

    private Uni<TenantSnapshot> tenant(String id, Actor actor) {
        return Panache.withSession(() -> tenants.get(id, actor));
    }
}
