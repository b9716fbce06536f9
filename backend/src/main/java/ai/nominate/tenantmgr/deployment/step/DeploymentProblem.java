package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Problem;
import ai.nominate.tenantmgr.kernel.ProblemType;
import ai.nominate.tenantmgr.web.contract.ProblemMember;

/** Problems of deployments: refused requests and failed runs. */
@ProblemMember(name = "deploymentId", format = "uuid", description = "Id of the conflicting deployment, if any")
public enum DeploymentProblem implements Problem {
    UNKNOWN("deployment.unknown", 404, "Deployment not found"),
    RUNNING("deployment.running", 409, "A deployment of this tenant is in progress"),
    FINISHED("deployment.finished", 409, "The deployment has finished"),
    SWITCHED("deployment.switched", 409, "Traffic was already switched to the new release"),
    REMOVING("deployment.removing", 409, "The tenant is already being removed"),
    NO_TARGET("deployment.no-target", 409, "No rollback target"),
    BREAKING("deployment.breaking", 409, "The earlier release is incompatible with the current database schema"),
    CANCELLED("deployment.cancelled", 409, "The deployment was cancelled"),
    NO_SOURCE("deployment.no-source", 422, "No source is configured for the core application"),
    DISK_FULL("deployment.disk-full", 409, "Not enough free disk space"),
    PORT_HELD("deployment.port-held", 409, "A port of the slot is in use by a foreign process"),
    MIGRATE_FAILED("deployment.migrate-failed", 422, "The migration failed"),
    MIGRATE_OVER_LIMIT("deployment.migrate-over-limit", 422, "The migration exceeded a limit"),
    MIGRATE_TIMED_OUT("deployment.migrate-timed-out", 422, "The migration timed out"),
    SERVICE_ENDED("service.ended", 422, "A service exited during the health check"),
    SERVICE_SILENT("service.silent", 422, "A service does not answer its health check"),
    SERVICE_UNHEALTHY("service.unhealthy", 422, "A service reports unhealthy"),
    SERVICE_IMPOSTOR("service.impostor", 422, "Another process answers on the service's port"),
    SITE_REFUSED("nginx.refused", 422, "NGINX rejected the configuration"),
    NOT_PUBLIC("deployment.not-public", 422, "Outside check failed"),
    COMMAND_UNKNOWN("command.unknown", 404, "Command not found"),
    COMMAND_FAILED("command.failed", 422, "The command failed"),
    COMMAND_INTERRUPTED("command.interrupted", 422, "The command was interrupted"),
    NEVER_DEPLOYED("tenant.never-deployed", 409, "The tenant has never been deployed"),
    INTERNAL("deployment.internal", 500, "Internal error");

    private final ProblemType type;

    DeploymentProblem(String code, int status, String title) {
        this.type = new ProblemType(code, status, title);
    }

    @Override
    public ProblemType type() {
        return type;
    }
}
