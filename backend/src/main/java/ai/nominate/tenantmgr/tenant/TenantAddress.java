package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.server.PublicAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** The public URL of a tenant, as its server is reached. */
@ApplicationScoped
public class TenantAddress {
    private final PublicAddresses addresses;

    TenantAddress(PublicAddresses addresses) {
        this.addresses = addresses;
    }

    public URI url(TenantSnapshot tenant) {
        return url(tenant.server(), tenant.domain(), tenant.local());
    }

    /**
     * @param server the number of its server
     * @param local the name by which that machine reaches it without DNS
     */
    public URI url(short server, DomainName domain, Optional<DomainName> local) {
        return addresses.of(server).url(domain, local);
    }
}
