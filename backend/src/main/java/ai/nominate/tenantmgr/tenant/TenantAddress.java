package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.host.HostProperties;
import ai.nominate.tenantmgr.kernel.DomainName;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Where people find a tenant. On a laptop by a name that leads there without DNS, over plain HTTP. */
@ApplicationScoped
public class TenantAddress {
    private static final String LOCAL = ".localhost";
    private final HostProperties host;

    TenantAddress(HostProperties host) {
        this.host = host;
    }

    public URI url(TenantSnapshot tenant) {
        DomainName name = tenant.domain().value().endsWith(LOCAL)
                ? tenant.domain()
                : tenant.local().orElse(tenant.domain());
        String port = host.httpPort() == 80 ? "" : ":" + host.httpPort();
        return URI.create("http://" + name + port);
    }
}
