package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.config.ConfigChange;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.NewTenant;
import ai.nominate.tenantmgr.tenant.TenantNotes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to create a tenant. */
@Schema(name = "NewTenant")
record TenantRequest(
        @Schema(description = "Display name", required = true, examples = "Acme Ltd")
        String name,

        @Schema(
                description = "Slug: 3 to 28 lower-case letters, digits and hyphens",
                required = true,
                examples = "acme")
        String slug,

        @Schema(description = "Public domain", required = true, examples = "shop.acme.example")
        String domain,

        @Schema(description = "Additional host names") List<String> aliases,

        @Schema(description = "Source of the core application; default: the setting core.source")
        SourceView source,

        @Schema(description = "Port pair; default: the next free block")
        Ports ports,

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
        String notes,

        @Schema(description = "Configuration; default values if absent")
        ConfigChange config) {

    @Schema(name = "PortPair")
    record Ports(
            @Schema(description = "First port of a block of four", examples = "20000")
            Integer frontend,

            @Schema(description = "The next port", examples = "20001")
            Integer backend) {}

    record SourceView(
            @Schema(
                    description = "A git repository, or a directory on the server (admins only)",
                    required = true,
                    enumeration = {"git", "directory"})
            String kind,

            @Schema(
                    description = "Address of the repository, https://… or ssh://… or git@host:path, or absolute path "
                            + "of the directory",
                    required = true)
            String location,

            @Schema(description = "Branch, tag or commit; default: the repository's default branch")
            String ref,

            @Schema(description = "Name of the stored credential for a private repository; default: none")
            String credential) {

        static SourceView of(TenantSource source) {
            return new SourceView(
                    TenantSource.kind(source),
                    TenantSource.location(source),
                    TenantSource.ref(source),
                    TenantSource.credential(source));
        }
    }

    /** Validates every field and reports all errors at once. */
    NewTenant checked() {
        Fields fields = new Fields();
        String checkedName = fields.required("name", name, TenantFields::name);
        TenantSlug checkedSlug = fields.required("slug", slug, TenantSlug::new);
        DomainName checkedDomain = fields.required("domain", domain, DomainName::of);
        List<DomainName> checkedAliases = TenantFields.aliases(fields, aliases);
        TenantSource checkedSource = TenantFields.source(fields, source);
        TenantFields.ports(fields, ports);
        TenantNotes checkedNotes = TenantNotes.of(fields, timeZone, labels, notes);
        fields.throwIfInvalid();
        return new NewTenant(
                checkedName,
                checkedSlug,
                checkedDomain,
                checkedAliases,
                Optional.ofNullable(checkedSource),
                ports == null ? null : ports.frontend(),
                ports == null ? null : ports.backend(),
                checkedNotes);
    }
}
