package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.database.DatabaseConnections;
import ai.nominate.tenantmgr.database.DatabaseProblem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.DatabaseSpec;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.slot.SlotManifests;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The database connections of the two slots of a tenant. During a switch both run, each with a pool of its own: a pool that fits
 * once would otherwise deploy once and never again.
 */
@ApplicationScoped
public class SlotConnections {
    private final DatabaseConnections connections;
    private final SlotManifests manifests;

    SlotConnections(DatabaseConnections connections, SlotManifests manifests) {
        this.connections = connections;
        this.manifests = manifests;
    }

    /** @throws ProblemException if the database server has not enough connections left for the new slot */
    void require(Manifest manifest) {
        if (manifest.database().isEmpty()) {
            return;
        }
        int wanted = manifest.database().get().connections();
        int left = connections.left();
        if (wanted > left) {
            throw new ProblemException(
                            DatabaseProblem.TOO_FEW_CONNECTIONS,
                            "database.connections asks for " + wanted + ", and the database server has " + left
                                    + " of its " + connections.most()
                                    + " left: lower it together with the application's pool, or raise max_connections")
                    .withError("database.connections", "asks for " + wanted + ", and " + left + " are left");
        }
    }

    /** Lets the tenant's role open the connections of both slots. */
    void allow(DeploymentContext context, Release release) {
        Optional<DatabaseSpec> wanted = release.manifest().database();
        if (wanted.isPresent()) {
            int one = wanted.get().connections();
            connections.allow(context.tenant().slug(), one, Math.max(one, other(context)), context.permit());
        }
    }

    private int other(DeploymentContext context) {
        Slot other = context.pinned().slot().other();
        return manifests
                .of(context.tenant().slug(), other)
                .flatMap(Manifest::database)
                .map(DatabaseSpec::connections)
                .orElse(0);
    }

    /** A warning if the services of the new slot opened more connections than the manifest says. */
    Optional<String> excess(TenantSnapshot tenant, Slot slot, Release release) {
        if (release.manifest().database().isEmpty()) {
            return Optional.empty();
        }
        int wanted = release.manifest().database().get().connections();
        boolean alone = manifests.of(tenant.slug(), slot.other()).isEmpty()
                || tenant.live().isEmpty();
        int used = connections.used(tenant.slug());
        int most = alone ? wanted : 2 * wanted;
        return used <= most
                ? Optional.empty()
                : Optional.of("The services have " + used
                        + " database connections open, and database.connections allows " + wanted
                        + " for each slot: during the next deployment two slots run. Raise it, or lower the pool");
    }
}
