package ai.nominate.tenantmgr.control;

import ai.nominate.tenantmgr.slot.ServiceView;


import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Status of a tenant after a start or stop. */
@Schema(name = "ServicesReport")
record ServicesReport(
        @Schema(description = "The tenant's status", required = true)
        String status,

        @Schema(description = "The services", required = true)
        List<ServiceView> services) {}
