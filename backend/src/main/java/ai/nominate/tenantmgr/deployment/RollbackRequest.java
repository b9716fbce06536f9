package ai.nominate.tenantmgr.deployment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The rollback target. */
@Schema(name = "RollbackRequest")
record RollbackRequest(
        @Schema(
                description = "The deployment whose release and configuration are restored; default: the one before "
                        + "the current one",
                examples = "0197b0a4-7c11-7d62-9c3e-2f6a51c0de42")
        String deploymentId,

        @Schema(
                description = "Whether the theme that visitors saw at that time comes back too; default: false",
                examples = "true")
        Boolean restoreTheme) {}
