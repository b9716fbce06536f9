package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.host.unit.UnitState;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one check of a tenant says. */
record CheckView(
        @Schema(description = "What is checked", required = true, examples = "service/backend")
        String name,

        @Schema(
                description = "What it says",
                required = true,
                enumeration = {"healthy", "degraded", "unhealthy", "unknown"})
        String health,

        @Schema(description = "In words", required = true) String detail,
        @Schema(description = "Since when") Instant since) {

    static CheckView of(UnitStatus status) {
        String service = status.id().service().id();
        String restarts = status.restarts() == 0 ? "" : ", started again " + status.restarts() + " time(s) by itself";
        String exit = status.lastExit() == null ? "" : ", last ended with code " + status.lastExit();
        return new CheckView(
                "service/" + service,
                status.state() == UnitState.RUNNING ? "healthy" : "unhealthy",
                "The " + service + " is " + status.state().id() + restarts + (restarts.isEmpty() ? "" : exit),
                status.since());
    }
}
