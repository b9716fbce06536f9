package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.config.ConfigChange;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.NewTenant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant that somebody wants. */
@Schema(name = "NewTenant")
record TenantRequest(
        @Schema(description = "Its name, for people", required = true, examples = "Acme Ltd")
        String name,

        @Schema(
                description = "Its short name: 3 to 28 lower-case letters, digits and hyphens",
                required = true,
                examples = "acme")
        String slug,

        @Schema(description = "The host name that visitors use", required = true, examples = "shop.acme.example")
        String domain,

        @Schema(description = "Further host names") List<String> aliases,

        @Schema(description = "Where its core application comes from; the usual source when absent")
        SourceView source,

        @Schema(description = "The pair of ports; the next free block when absent")
        Ports ports,

        @Schema(description = "Its configuration; a default one when absent")
        ConfigChange config) {

    @Schema(name = "PortPair")
    record Ports(
            @Schema(description = "The first port of a block of four", examples = "20000")
            Integer frontend,

            @Schema(description = "The port after it", examples = "20001")
            Integer backend) {}

    record SourceView(
            @Schema(
                    description = "A git repository, or a directory on the server (admins only)",
                    required = true,
                    enumeration = {"git", "directory"})
            String kind,

            @Schema(description = "The repository's address, or the directory's absolute path", required = true)
            String location,

            @Schema(description = "The branch, tag or commit; the default branch when absent")
            String ref) {

        static SourceView of(TenantSource source) {
            return new SourceView(TenantSource.kind(source), TenantSource.location(source), TenantSource.ref(source));
        }
    }

    /** Every field checked; all that is wrong comes at once. */
    NewTenant checked() {
        Fields fields = new Fields();
        String checkedName = fields.required("name", name, TenantFields::name);
        TenantSlug checkedSlug = fields.required("slug", slug, TenantSlug::new);
        DomainName checkedDomain = fields.required("domain", domain, DomainName::new);
        List<DomainName> checkedAliases = TenantFields.aliases(fields, aliases);
        TenantSource checkedSource = TenantFields.source(fields, source);
        TenantFields.ports(fields, ports);
        fields.refuse();
        return new NewTenant(
                checkedName,
                checkedSlug,
                checkedDomain,
                checkedAliases,
                Optional.ofNullable(checkedSource),
                ports == null ? null : ports.frontend(),
                ports == null ? null : ports.backend());
    }
}
