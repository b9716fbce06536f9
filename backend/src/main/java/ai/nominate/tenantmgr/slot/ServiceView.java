package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One service of one slot. */
public record ServiceView(
        @Schema(description = "Name of the service in its manifest", required = true, examples = "backend")
        String service,

        @Schema(description = "Slot: a or b", required = true)
        String slot,

        @Schema(
                description = "State",
                required = true,
                enumeration = {"running", "restarting", "stopped", "failed"})
        String state,

        @Schema(description = "Whether the slot is live", required = true)
        boolean live,

        @Schema(description = "Process id") Long pid,

        @Schema(description = "Port of the service; null for a worker")
        Integer port,

        @Schema(description = "Memory in bytes") Long memoryBytes,

        @Schema(description = "Number of automatic restarts", required = true)
        int restarts,

        @Schema(description = "Time of the last change of state")
        Instant since,

        @Schema(description = "Last exit code; null if it has not exited")
        Integer lastExit) {

    public static ServiceView of(UnitStatus status, TenantSnapshot tenant, Optional<PortNumber> port) {
        return new ServiceView(
                status.id().service().id(),
                status.id().slot().id(),
                status.state().id(),
                tenant.live().filter(status.id().slot()::equals).isPresent(),
                status.pid(),
                port.map(PortNumber::value).orElse(null),
                status.memoryBytes(),
                status.restarts(),
                status.since(),
                status.lastExit());
    }
}
