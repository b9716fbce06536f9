package ai.nominate.tenantmgr.renewal;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted renewal. */
@Schema(name = "RenewalAccepted")
record AcceptedRenewal(
        @Schema(description = "The run that performs it; follow it at /api/runs/{id}", required = true)
        UUID runId) {}
