package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.Problem;

/** What can be refused about deployments, and why one fails. */
public enum DeploymentProblem implements Problem {
    UNKNOWN("deployment.unknown", 404, "There is no such deployment"),
    RUNNING("deployment.running", 409, "A deployment of this tenant is under way"),
    FINISHED("deployment.finished", 409, "The deployment is over"),
    SWITCHED("deployment.switched", 409, "Visitors see the new release already"),
    REMOVING("deployment.removing", 409, "The tenant is being removed already"),
    NO_TARGET("deployment.no-target", 409, "There is nothing to go back to"),
    BREAKING("deployment.breaking", 409, "The earlier release cannot work with the database as it is now"),
    CANCELLED("deployment.cancelled", 409, "The deployment was cancelled"),
    NO_SOURCE("deployment.no-source", 422, "It is not known where the core application comes from"),
    DISK_FULL("deployment.disk-full", 409, "Too little of the disk is free"),
    PORT_HELD("deployment.port-held", 409, "A port of the slot is held by a foreign process"),
    MIGRATE_FAILED("deployment.migrate-failed", 422, "The migration failed"),
    MIGRATE_OVER_LIMIT("deployment.migrate-over-limit", 422, "The migration used more than it may"),
    MIGRATE_TIMED_OUT("deployment.migrate-timed-out", 422, "The migration took too long"),
    SERVICE_ENDED("service.ended", 422, "A service ended instead of serving"),
    SERVICE_SILENT("service.silent", 422, "A service does not answer its health check"),
    SERVICE_UNHEALTHY("service.unhealthy", 422, "A service answers that it is not well"),
    SERVICE_IMPOSTOR("service.impostor", 422, "The port is answered by another process"),
    SITE_REFUSED("nginx.refused", 422, "NGINX refuses the configuration"),
    NOT_PUBLIC("deployment.not-public", 422, "The site does not answer as it should from outside"),
    DID_NOT_START("service.did-not-start", 409, "A service did not start"),
    NEVER_DEPLOYED("tenant.never-deployed", 409, "The tenant was never deployed"),
    INTERNAL("deployment.internal", 500, "Something went wrong on our side");

    private final String code;
    private final int status;
    private final String title;

    DeploymentProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
