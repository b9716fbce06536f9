package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.slot.ServiceView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a tenant stands after its services were started or stopped. */
@Schema(name = "ServicesReport")
record ServicesReport(
        @Schema(description = "The tenant's status", required = true)
        String status,

        @Schema(description = "Its services", required = true)
        List<ServiceView> services) {}
