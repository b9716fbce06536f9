package ai.nominate.tenantmgr.certificate;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The certificate that visitors of a tenant are shown. */
public record CertificateView(
        @Schema(description = "Who issued it", required = true)
        String issuer,

        @Schema(description = "Its serial number in hex", required = true)
        String serial,

        @Schema(description = "Until when it is good", required = true)
        Instant notAfter) {}
