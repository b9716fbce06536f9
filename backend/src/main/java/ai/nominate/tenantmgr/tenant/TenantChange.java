package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant is to be, every part of it valid.
 *
 * @param frontendPort null for the ports that it has
 */
public record TenantChange(
        String name,
        DomainName domain,
        List<DomainName> aliases,
        Optional<TenantSource> source,
        Integer frontendPort,
        Integer backendPort) {
    public TenantChange {
        aliases = List.copyOf(aliases);
    }

    /** Whether other ports than these are wanted. */
    boolean movesFrom(int first) {
        return (frontendPort != null || backendPort != null)
                && (frontendPort == null || frontendPort != first || backendPort == null || backendPort != first + 1);
    }
}
