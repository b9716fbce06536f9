package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.kernel.DomainName;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** The public URL of a tenant. On a laptop a name that resolves without DNS, over plain HTTP. */
@ApplicationScoped
public class TenantAddress {
    private static final String LOCAL = ".localhost";
    private final HostProperties host;

    TenantAddress(HostProperties host) {
        this.host = host;
    }

    public URI url(TenantSnapshot tenant) {
        return url(tenant.domain(), tenant.local());
    }

    /** @param local the tenant's local name on this machine */
    public URI url(DomainName domain, Optional<DomainName> local) {
        DomainName name = domain.value().endsWith(LOCAL) ? domain : local.orElse(domain);
        String port = host.httpPort() == 80 ? "" : ":" + host.httpPort();
        return URI.create("http://" + name + port);
    }
}
