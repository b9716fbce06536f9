package ai.nominate.tenantmgr.health.probe;

import ai.nominate.tenantmgr.database.DatabaseUsage;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Size and connections of tenants' databases. A database server that does not answer is no fault of a tenant. */
@ApplicationScoped
class DatabaseProbe implements Probe {
    private static final int CHUNK = 50;

    private final DatabaseUsage databases;

    DatabaseProbe(DatabaseUsage databases) {
        this.databases = databases;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.DATABASE;
    }

    @Override
    public boolean isBatched() {
        return true;
    }

    @Override
    public Map<UUID, Outcome> look(List<CheckTarget> targets) {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        for (int from = 0; from < targets.size(); from += CHUNK) {
            List<CheckTarget> chunk = targets.subList(from, Math.min(targets.size(), from + CHUNK));
            Map<TenantSlug, DatabaseUsage.Use> found = databases.of(
                    chunk.stream().map(target -> target.tenant().slug()).toList());
            chunk.forEach(target -> outcomes.put(
                    target.tenant().id(),
                    outcome(found.get(target.tenant().slug()), target.warnings().connectionPercent())));
        }
        return outcomes;
    }

    private static Outcome outcome(DatabaseUsage.Use use, int percent) {
        if (use == null) {
            return Outcome.of(Verdict.FAILED, "The database does not exist");
        }
        boolean isLimited = use.allowed() > 0;
        String connections = use.connections() + (isLimited ? " of " + use.allowed() : "") + " connections open";
        boolean isNear = isLimited && use.connections() * 100L > (long) percent * use.allowed();
        return Outcome.of(isNear ? Verdict.WARNING : Verdict.OK, ByteText.of(use.bytes()) + ", " + connections);
    }
}
