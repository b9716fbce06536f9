package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Runs an inspection over the deployed tenants of this manager's server that are not changing. If a tenant changes during its
 * inspection, its findings are discarded, because they mix two states.
 */
@ApplicationScoped
public class DeployedTenants {
    private static final Set<TenantStatus> SETTLED = EnumSet.of(TenantStatus.ACTIVE, TenantStatus.STOPPED);
    private final TenantRegistry tenants;

    DeployedTenants(TenantRegistry tenants) {
        this.tenants = tenants;
    }

    /** Whether no tenant is changing. */
    public boolean areIdle() {
        return all().stream()
                .noneMatch(tenant ->
                        tenant.status() == TenantStatus.DEPLOYING || tenant.status() == TenantStatus.DELETING);
    }

    /** @param look inspects one tenant at a time and must not change it */
    public void each(Findings findings, BiConsumer<TenantSnapshot, Findings> look) {
        for (TenantSnapshot tenant : all()) {
            if (!isSettled(tenant)) {
                continue;
            }
            Findings tenantFindings = new Findings();
            try {
                look.accept(tenant, tenantFindings);
            } catch (RuntimeException e) {
                tenantFindings.check(false, subject(tenant), "could not be checked: " + e.getMessage());
            }
            if (tenantFindings.failures().isEmpty() || isUnchanged(tenant)) {
                findings.add(tenantFindings);
            }
        }
    }

    /** Name of a tenant in findings. */
    public static String subject(TenantSnapshot tenant) {
        return "tenant " + tenant.slug();
    }

    private List<TenantSnapshot> all() {
        return Reactive.await(() -> Panache.withSession(tenants::own));
    }

    private boolean isUnchanged(TenantSnapshot before) {
        try {
            TenantSnapshot now = Reactive.await(() -> Panache.withSession(() -> tenants.get(before.id())));
            return now.status() == before.status()
                    && now.live().equals(before.live())
                    && now.slots().equals(before.slots())
                    && now.hosts().equals(before.hosts());
        } catch (ProblemException gone) {
            return false;
        }
    }

    private static boolean isSettled(TenantSnapshot tenant) {
        return tenant.live().isPresent() && SETTLED.contains(tenant.status());
    }
}
