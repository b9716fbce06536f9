package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One service of one slot, as it is now. */
public record ServiceView(
        @Schema(description = "frontend or backend", required = true)
        String service,

        @Schema(description = "The slot, a or b", required = true)
        String slot,

        @Schema(
                description = "How it is",
                required = true,
                enumeration = {"running", "restarting", "stopped", "failed"})
        String state,

        @Schema(description = "Whether visitors see this slot", required = true)
        boolean live,

        @Schema(description = "Its process") Long pid,

        @Schema(description = "The port on which it listens", required = true)
        int port,

        @Schema(description = "How much memory it uses") Long memoryBytes,

        @Schema(description = "How often it was started again by itself", required = true)
        int restarts,

        @Schema(description = "Since when it has been so") Instant since,

        @Schema(description = "How it ended the last time, when it did")
        Integer lastExit) {

    public static ServiceView of(UnitStatus status, TenantSnapshot tenant) {
        return new ServiceView(
                status.id().service().id(),
                status.id().slot().id(),
                status.state().id(),
                tenant.live().filter(status.id().slot()::equals).isPresent(),
                status.pid(),
                tenant.ports().port(status.id().slot(), status.id().service()).value(),
                status.memoryBytes(),
                status.restarts(),
                status.since(),
                status.lastExit());
    }
}
