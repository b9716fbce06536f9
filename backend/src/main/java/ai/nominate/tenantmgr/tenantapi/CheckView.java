package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.host.unit.UnitStatus;


import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of one health check of a tenant. */
record CheckView(
        @Schema(description = "Name of the check", required = true, examples = "service/backend")
        String name,

        @Schema(
                description = "Result",
                required = true,
                enumeration = {"healthy", "degraded", "unhealthy", "unknown"})
        String health,

        @Schema(description = "Details", required = true) String detail,
        @Schema(description = "Time of the last change") Instant since) {

    static CheckView of(UnitStatus status) {
        String service = status.id().service().id();
        String restarts = status.restarts() == 0 ? "" : ", restarted automatically " + status.restarts() + " time(s)";
        String exit = status.lastExit() == null ? "" : ", last exit code " + status.lastExit();
        return new CheckView(
                "service/" + service,
                status.state() == UnitState.RUNNING ? "healthy" : "unhealthy",
                "Service " + service + " is " + status.state().id() + restarts + (restarts.isEmpty() ? "" : exit),
                status.since());
    }
}
