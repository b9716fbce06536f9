package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.TenantChange;
import ai.nominate.tenantmgr.tenant.TenantNotes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The complete new state of a tenant; replaces the current one. */
@Schema(name = "TenantChange")
record TenantChangeRequest(
        @Schema(description = "Display name", required = true, examples = "Acme Ltd")
        String name,

        @Schema(
                description =
                        "Public domain. Visitors are redirected from the previous domain once the new one is live",
                required = true,
                examples = "shop.acme.example")
        String domain,

        @Schema(
                description = "Additional host names. A previous domain is listed here as a redirect until it "
                        + "is removed from the list")
        List<String> aliases,

        @Schema(description = "Source of the core application; default: the setting core.source")
        TenantRequest.SourceView source,

        @Schema(description = "A different port pair, only while the tenant is stopped; default: unchanged")
        TenantRequest.Ports ports,

        @Schema(
                description = "Time zone of its scheduled commands, by its name in the IANA database; default: the "
                        + "server's",
                examples = "Europe/Berlin")
        String timeZone,

        @Schema(
                description = "Labels to group tenants by: at most 20, each 1 to 40 lower-case letters, digits, dots, "
                        + "colons, hyphens and underscores",
                examples = "[\"region:eu\", \"pilot\"]")
        List<String> labels,

        @Schema(description = "Free text of at most 4000 characters", examples = "Billing: ask Ms Stone")
        String notes) {

    /** Validates every field and reports all errors at once. */
    TenantChange checked() {
        Fields fields = new Fields();
        String checkedName = fields.required("name", name, TenantFields::name);
        DomainName checkedDomain = fields.required("domain", domain, DomainName::of);
        List<DomainName> checkedAliases = TenantFields.aliases(fields, aliases);
        TenantSource checkedSource = TenantFields.source(fields, source);
        TenantFields.ports(fields, ports);
        TenantNotes checkedNotes = TenantNotes.of(fields, timeZone, labels, notes);
        fields.throwIfInvalid();
        return new TenantChange(
                checkedName,
                checkedDomain,
                checkedAliases,
                Optional.ofNullable(checkedSource),
                ports == null ? null : ports.frontend(),
                ports == null ? null : ports.backend(),
                checkedNotes);
    }
}
