package ai.nominate.tenantmgr.certificate;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The certificate served to a tenant's visitors. */
public record CertificateView(
        @Schema(description = "Issuer", required = true) String issuer,

        @Schema(description = "Serial number in hex", required = true)
        String serial,

        @Schema(description = "Expiry time", required = true)
        Instant notAfter) {}
