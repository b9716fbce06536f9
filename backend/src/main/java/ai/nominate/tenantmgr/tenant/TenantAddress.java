package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Where people find a tenant. */
@ApplicationScoped
public class TenantAddress {
    private final PublicAddress address;

    TenantAddress(PublicAddress address) {
        this.address = address;
    }

    public URI url(TenantSnapshot tenant) {
        return url(tenant.domain(), tenant.local());
    }

    /** @param local the name by which this machine reaches it without DNS */
    public URI url(DomainName domain, Optional<DomainName> local) {
        return address.url(domain, local);
    }
}
