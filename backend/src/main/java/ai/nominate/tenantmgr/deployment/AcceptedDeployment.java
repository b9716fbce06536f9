package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.web.contract.EndsAs;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted run. A client that waits for its end gets an {@link EndedDeployment}. */
@EndsAs("DeploymentView")
@Schema(name = "DeploymentAccepted")
public record AcceptedDeployment(
        @Schema(
                description = "The deployment that performs the request; follow it at /api/deployments/{id}",
                required = true)
        UUID deploymentId) {}
