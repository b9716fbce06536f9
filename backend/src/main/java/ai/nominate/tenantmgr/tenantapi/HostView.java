package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A host name of a tenant and what visitors get there. */
@Schema(name = "TenantHost")
record HostView(
        @Schema(description = "The host name", required = true, examples = "www.acme.example")
        String host,

        @Schema(
                description = "domain and alias show the site, redirect leads to the domain, local needs no DNS",
                required = true,
                enumeration = {"domain", "alias", "redirect", "local"})
        String kind) {

    static List<HostView> of(TenantSnapshot tenant) {
        return tenant.hosts().stream()
                .map(host -> new HostView(host.value(), kind(tenant, host)))
                .toList();
    }

    private static String kind(TenantSnapshot tenant, DomainName host) {
        if (host.equals(tenant.domain())) {
            return "domain";
        }
        if (tenant.redirects().contains(host)) {
            return "redirect";
        }
        return tenant.aliases().contains(host) ? "alias" : "local";
    }
}
