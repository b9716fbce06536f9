package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.List;
import java.util.Optional;

/**
 * The validated request to create a tenant.
 *
 * @param frontendPort null for the next free block
 */
public record NewTenant(
        String name,
        TenantSlug slug,
        DomainName domain,
        List<DomainName> aliases,
        Optional<TenantSource> source,
        Integer frontendPort,
        Integer backendPort,
        TenantNotes notes) {
    public NewTenant {
        aliases = List.copyOf(aliases);
    }

    public boolean namesPorts() {
        return frontendPort != null || backendPort != null;
    }
}
