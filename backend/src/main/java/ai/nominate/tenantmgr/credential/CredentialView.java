package ai.nominate.tenantmgr.credential;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Credential")
record CredentialView(
        @Schema(description = "Name, as used in source.credential", required = true)
        String name,

        @Schema(
                description = "Kind",
                required = true,
                enumeration = {"deploy-key", "access-token"})
        String kind,

        @Schema(description = "The one host that gets it, with its port if it is limited to one", required = true)
        String host,

        @Schema(description = "Beginning of the paths of its repositories; null means all paths")
        String pathPrefix,

        @Schema(description = "User name of an access token; null for a deploy key")
        String username,

        @Schema(description = "Public half of a deploy key, to be added to the git server; null for an access token")
        String publicKey,

        @Schema(description = "Host keys of the git server as first seen, as in known_hosts; null before that")
        String hostKeys,

        @Schema(description = "Creation time", required = true)
        Instant createdAt,

        @Schema(description = "User name of its creator", required = true)
        String createdBy) {
    static CredentialView of(StoredCredential row) {
        return new CredentialView(
                row.name,
                row.kind,
                row.scope().hostText(),
                row.pathPrefix.isEmpty() ? null : row.pathPrefix,
                row.username,
                row.publicKey,
                row.knownHosts,
                row.createdAt,
                row.createdBy);
    }
}
