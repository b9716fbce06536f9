package ai.nominate.tenantmgr.deployment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A run that was accepted. */
@Schema(name = "DeploymentAccepted")
public record AcceptedDeployment(
        @Schema(description = "The deployment that will do it; follow it at /api/deployments/{id}", required = true)
        UUID deploymentId) {}
