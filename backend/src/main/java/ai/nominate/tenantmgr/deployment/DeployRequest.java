package ai.nominate.tenantmgr.deployment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DeployRequest")
record DeployRequest(
        @Schema(description = "The branch, tag or commit; the tenant's own when absent", examples = "v2.4.1")
        String ref,

        @Schema(description = "Why, for those who read the history", examples = "New sign-up form")
        String reason) {}
