package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.TenantSlug;


import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Resolves the names of tenants that own blocks. Implemented by {@code tenant}; this package knows ids only. */
public interface PortBlockOwners {
    Uni<Map<UUID, TenantSlug>> slugs(Collection<UUID> tenants);
}
