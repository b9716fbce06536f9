package ai.nominate.tenantmgr.deployment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A deployment as the answer to a client that waited for its end; its id has the name that it has in a 202 too. */
record EndedDeployment(UUID deploymentId, @JsonUnwrapped DeploymentView deployment) {}
