package ai.nominate.tenantmgr.certificate;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A certificate as people see it. */
@Schema(name = "CertificateDetail")
public record CertificateDetail(
        @Schema(description = "Issuer", required = true) String issuer,

        @Schema(description = "Serial number in hex", required = true)
        String serial,

        @Schema(description = "Names that it is valid for", required = true)
        List<String> names,

        @Schema(
                description =
                        "Where it comes from: the internal authority, an ACME server, or its owner, who uploaded it",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"internal", "acme", "own"})
        String origin,

        @Schema(description = "Valid from", required = true) Instant notBefore,

        @Schema(description = "Expiry time", required = true)
        Instant notAfter,

        @Schema(description = "When it is due to be renewed; null for an uploaded one, which its owner renews")
        Instant renewAt) {
    public CertificateDetail {
        names = List.copyOf(names);
    }

    static CertificateDetail of(StoredCertificate row) {
        return row == null
                ? null
                : new CertificateDetail(
                        row.issuer,
                        row.serial,
                        List.of(row.names),
                        row.origin,
                        row.notBefore,
                        row.notAfter,
                        row.renewAt);
    }
}
