package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.config.ConfigChange;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.tenant.NewTenant;
import java.text.Normalizer;
import java.util.ArrayList;
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
        String checkedName = fields.required("name", name, TenantRequest::name);
        TenantSlug checkedSlug = fields.required("slug", slug, TenantSlug::new);
        DomainName checkedDomain = fields.required("domain", domain, DomainName::new);
        List<DomainName> checkedAliases = new ArrayList<>();
        List<String> given = aliases == null ? List.of() : aliases;
        if (given.size() > 100) {
            fields.add("aliases", "must be at most 100 names");
        }
        for (int i = 0; i < given.size(); i++) {
            checkedAliases.add(fields.required("aliases[" + i + "]", given.get(i), DomainName::new));
        }
        TenantSource checkedSource = source == null ? null : source(fields);
        if (ports != null) {
            fields.required("ports.frontend", ports.frontend(), PortNumber::new);
            fields.required("ports.backend", ports.backend(), PortNumber::new);
        }
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

    private TenantSource source(Fields fields) {
        boolean known = "git".equals(source.kind()) || "directory".equals(source.kind());
        if (!known) {
            fields.add("source.kind", "must be git or directory");
            return null;
        }
        String ref = source.ref() == null || source.ref().isBlank() ? null : source.ref();
        fields.optional("source.ref", ref, ai.nominate.tenantmgr.kernel.GitRef::new);
        return fields.required(
                "source.location",
                source.location(),
                location -> TenantSource.of(source.kind(), location, null) instanceof TenantSource.Git git
                        ? new TenantSource.Git(git.url(), valid(ref))
                        : TenantSource.of(source.kind(), location, null));
    }

    private static ai.nominate.tenantmgr.kernel.GitRef valid(String ref) {
        try {
            return ref == null ? null : new ai.nominate.tenantmgr.kernel.GitRef(ref);
        } catch (InvalidValue e) {
            return null;
        }
    }

    private static String name(String text) {
        String normal = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        boolean hidden = normal.codePoints()
                .anyMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE);
        if (normal.isEmpty() || normal.length() > 100 || hidden) {
            throw new InvalidValue("must be 1 to 100 visible characters");
        }
        return normal;
    }
}
