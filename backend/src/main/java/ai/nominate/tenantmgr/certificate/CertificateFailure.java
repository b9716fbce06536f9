package ai.nominate.tenantmgr.certificate;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The last attempt that brought no certificate. */
@Schema(name = "CertificateFailure")
public record CertificateFailure(
        @Schema(description = "Why, in the words of the authority", required = true)
        String detail,

        @Schema(description = "Time of the attempt", required = true)
        Instant at,

        @Schema(description = "Attempts that failed in a row", required = true)
        int attempts,

        @Schema(description = "The authority is not asked again before this time", required = true)
        Instant nextAttemptAt) {}
