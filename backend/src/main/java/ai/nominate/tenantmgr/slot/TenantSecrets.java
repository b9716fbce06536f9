package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.mask.KnownSecrets;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the secrets of a tenant in the output of its services, which write their logs themselves. */
@ApplicationScoped
class TenantSecrets {
    private final TenantRegistry tenants;
    private final List<KnownSecrets> known;

    TenantSecrets(TenantRegistry tenants, @All List<KnownSecrets> known) {
        this.tenants = tenants;
        this.known = known;
    }

    /** Blocks. */
    SecretMatcher of(TenantSlug slug) {
        TenantSnapshot tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(slug)));
        return SecretMatcher.of(known.stream()
                .flatMap(feature -> feature.of(tenant.id()).stream())
                .toList());
    }
}
