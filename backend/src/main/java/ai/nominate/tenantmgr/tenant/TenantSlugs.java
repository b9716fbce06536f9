package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.port.PortBlockOwners;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Provides tenant names to the package {@code port}. */
@ApplicationScoped
class TenantSlugs implements PortBlockOwners {
    @Override
    public Uni<Map<UUID, TenantSlug>> slugs(Collection<UUID> tenants) {
        return tenants.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Panache.withSession(() -> Tenant.<Tenant>list("id in ?1", tenants))
                        .map(found -> found.stream()
                                .collect(Collectors.toMap(tenant -> tenant.id, tenant -> new TenantSlug(tenant.slug))));
    }
}
