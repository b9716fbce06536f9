package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.server.PublicPorts;


import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** The public URL of a tenant. On a laptop a name that resolves without DNS, over plain HTTP. */
@ApplicationScoped
public class TenantAddress {
    private static final String LOCAL = ".localhost";
    private final PublicPorts ports;

    TenantAddress(PublicPorts ports) {
        this.ports = ports;
    }

    public URI url(TenantSnapshot tenant) {
        return url(tenant.server(), tenant.domain(), tenant.local());
    }

    /**
     * @param server the number of its server
     * @param local the name by which that machine reaches it
     */
    public URI url(short server, DomainName domain, Optional<DomainName> local) {
        DomainName name = domain.value().endsWith(LOCAL) ? domain : local.orElse(domain);
        int http = ports.http(server);
        String port = http == 80 ? "" : ":" + http;
        return URI.create("http://" + name + port);
    }
}
