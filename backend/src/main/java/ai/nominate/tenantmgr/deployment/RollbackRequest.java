package ai.nominate.tenantmgr.deployment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to go back to. */
@Schema(name = "RollbackRequest")
record RollbackRequest(
        @Schema(
                description = "The deployment whose release and configuration are wanted again; the one before the "
                        + "present one when absent",
                examples = "0197b0a4-7c11-7d62-9c3e-2f6a51c0de42")
        String deploymentId) {}
