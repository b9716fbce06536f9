package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.CredentialName;
import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.GitRef;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSource;
import java.util.ArrayList;
import java.util.List;

/** Validates the fields of a tenant for creation and change. */
final class TenantFields {
    private TenantFields() {}

    static String name(String text) {
        return DisplayText.line(text, 100);
    }

    static List<DomainName> aliases(Fields fields, List<String> aliases) {
        List<DomainName> checked = new ArrayList<>();
        List<String> given = aliases == null ? List.of() : aliases;
        if (given.size() > 100) {
            fields.add("aliases", "must be at most 100 names");
        }
        for (int i = 0; i < given.size(); i++) {
            checked.add(fields.required("aliases[" + i + "]", given.get(i), DomainName::of));
        }
        return checked;
    }

    static void ports(Fields fields, TenantRequest.Ports ports) {
        if (ports != null) {
            fields.required("ports.frontend", ports.frontend(), PortNumber::new);
            fields.required("ports.backend", ports.backend(), PortNumber::new);
        }
    }

    /** @return null if the source is absent or invalid */
    static TenantSource source(Fields fields, TenantRequest.SourceView source) {
        if (source == null) {
            return null;
        }
        boolean known = "git".equals(source.kind()) || "directory".equals(source.kind());
        if (!known) {
            fields.add("source.kind", "must be git or directory");
            return null;
        }
        String ref = source.ref() == null || source.ref().isBlank() ? null : source.ref();
        String credential = source.credential() == null || source.credential().isBlank() ? null : source.credential();
        GitRef checkedRef = fields.optional("source.ref", ref, GitRef::new);
        CredentialName checkedCredential = fields.optional("source.credential", credential, CredentialName::new);
        if (credential != null && source.kind().equals("directory")) {
            fields.add("source.credential", "is for git repositories only");
        }
        return fields.required(
                "source.location",
                source.location(),
                location -> TenantSource.of(source.kind(), location, null) instanceof TenantSource.Git git
                        ? new TenantSource.Git(git.url(), checkedRef, checkedCredential)
                        : TenantSource.of(source.kind(), location, null));
    }
}
