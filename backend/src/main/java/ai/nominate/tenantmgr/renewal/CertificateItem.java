package ai.nominate.tenantmgr.renewal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The certificate of a site in the list of all. */
@Schema(name = "CertificateItem")
record CertificateItem(
        @Schema(description = "Tenant id", required = true) UUID tenantId,

        @Schema(description = "Slug of the tenant", required = true)
        String slug,

        @Schema(description = "Name of the tenant", required = true)
        String name,

        @Schema(description = "Domain of the tenant", required = true)
        String domain,

        @Schema(description = "Issuer", required = true) String issuer,

        @Schema(description = "Serial number in hex", required = true)
        String serial,

        @Schema(description = "Names that it is valid for", required = true)
        List<String> names,

        @Schema(
                description = "Where it comes from",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"internal", "acme", "own"})
        String origin,

        @Schema(description = "Expiry time", required = true)
        Instant notAfter,

        @Schema(
                description = CertificateState.DESCRIPTION,
                required = true,
                type = SchemaType.STRING,
                enumeration = {"expired", "failing", "expiring", "waiting", "renewing", "ok"})
        String state) {
    CertificateItem {
        names = List.copyOf(names);
    }
}
