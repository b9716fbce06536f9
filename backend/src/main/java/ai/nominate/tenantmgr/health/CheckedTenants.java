package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.health.probe.WarningLimits;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.slot.SlotRelease;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The tenants of this server that serve, and so are checked, and those that a run is changing. Blocks. */
@ApplicationScoped
class CheckedTenants {
    private static final Logger LOG = Logger.getLogger(CheckedTenants.class);
    private static final String MARK =
            "select count(*) as tenants, max(updated_at) as changed from tenant where server_id = $1";
    private static final String CHANGING =
            "select subject_id from run where status = 'running' and exclusive and server_id = $1 and subject_id is not null";

    private final Pool pool;
    private final OwnServer server;
    private final TenantRegistry tenants;
    private final SlotRelease releases;
    private final Map<String, Manifest> manifests = new ConcurrentHashMap<>();

    CheckedTenants(Pool pool, OwnServer server, TenantRegistry tenants, SlotRelease releases) {
        this.pool = pool;
        this.server = server;
        this.tenants = tenants;
        this.releases = releases;
    }

    /** Changes whenever the tenants have to be read again. */
    String mark() {
        Row row = Reactive.await(() -> pool.preparedQuery(MARK).execute(Tuple.of(server.id())))
                .iterator()
                .next();
        return row.getLong("tenants") + " " + row.getOffsetDateTime("changed");
    }

    List<CheckTarget> read(WarningLimits warnings) {
        List<CheckTarget> targets = new ArrayList<>();
        Set<String> inUse = new HashSet<>();
        for (TenantSnapshot tenant : Reactive.await(() -> Panache.withSession(tenants::serving))) {
            manifest(tenant, inUse).ifPresent(manifest -> targets.add(new CheckTarget(tenant, manifest, warnings)));
        }
        manifests.keySet().retainAll(inUse);
        return targets;
    }

    /** Tenants with a run that excludes others, such as a deployment or a restart. */
    Set<UUID> changing() {
        Set<UUID> changing = new HashSet<>();
        Reactive.await(() -> pool.preparedQuery(CHANGING).execute(Tuple.of(server.id())))
                .forEach(row -> changing.add(row.getUUID("subject_id")));
        return changing;
    }

    private Optional<Manifest> manifest(TenantSnapshot tenant, Set<String> inUse) {
        return tenant.live().flatMap(live -> tenant.slot(live).release()).map(release -> {
            inUse.add(release);
            try {
                return manifests.computeIfAbsent(release, id -> releases.of(id).manifest());
            } catch (RuntimeException e) {
                LOG.warnf("Tenant %s is not checked: release %s: %s", tenant.slug(), release, e.getMessage());
                return null;
            }
        });
    }
}
