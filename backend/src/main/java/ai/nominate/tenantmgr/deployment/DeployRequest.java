package ai.nominate.tenantmgr.deployment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DeployRequest")
record DeployRequest(
        @Schema(description = "Branch, tag or commit; default: the tenant's own", examples = "v2.4.1")
        String ref,

        @Schema(description = "Reason, shown in the history", examples = "New sign-up form")
        String reason) {}
