package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.TenantChange;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tenant is to be: all of it, since it replaces what is there. */
@Schema(name = "TenantChange")
record TenantChangeRequest(
        @Schema(description = "Its name, for people", required = true, examples = "Acme Ltd")
        String name,

        @Schema(
                description = "The host name that visitors use. A new one goes live before the old one leads to it",
                required = true,
                examples = "shop.acme.example")
        String domain,

        @Schema(
                description =
                        "Further host names. An earlier domain is among them, leading to the present one, until it is "
                                + "left out")
        List<String> aliases,

        @Schema(description = "Where its core application comes from; the usual source when absent")
        TenantRequest.SourceView source,

        @Schema(description = "Another pair of ports, while it is stopped; those that it has when absent")
        TenantRequest.Ports ports) {

    /** Every field checked; all that is wrong comes at once. */
    TenantChange checked() {
        Fields fields = new Fields();
        String checkedName = fields.required("name", name, TenantFields::name);
        DomainName checkedDomain = fields.required("domain", domain, DomainName::new);
        List<DomainName> checkedAliases = TenantFields.aliases(fields, aliases);
        TenantSource checkedSource = TenantFields.source(fields, source);
        TenantFields.ports(fields, ports);
        fields.refuse();
        return new TenantChange(
                checkedName,
                checkedDomain,
                checkedAliases,
                Optional.ofNullable(checkedSource),
                ports == null ? null : ports.frontend(),
                ports == null ? null : ports.backend());
    }
}
