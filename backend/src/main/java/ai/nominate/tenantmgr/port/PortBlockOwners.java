package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the tenants that have blocks are called. Answered by the room that knows tenants; this one knows ids. */
public interface PortBlockOwners {
    Uni<Map<UUID, TenantSlug>> slugs(Collection<UUID> tenants);
}
