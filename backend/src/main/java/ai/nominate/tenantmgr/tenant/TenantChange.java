package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.List;
import java.util.Optional;

/**
 * The validated change of a tenant.
 *
 * @param frontendPort null to keep its ports
 */
public record TenantChange(
        String name,
        DomainName domain,
        List<DomainName> aliases,
        Optional<TenantSource> source,
        Integer frontendPort,
        Integer backendPort,
        TenantNotes notes) {
    public TenantChange {
        aliases = List.copyOf(aliases);
    }

    /** Whether the change requests different ports. */
    boolean movesFrom(int first) {
        return (frontendPort != null || backendPort != null)
                && (frontendPort == null || frontendPort != first || backendPort == null || backendPort != first + 1);
    }
}
