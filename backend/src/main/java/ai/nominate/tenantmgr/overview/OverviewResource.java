package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/overview")
@Tag(name = "Overview", description = "The installation at a glance")
class OverviewResource {
    private final Overview overview;
    private final Caller caller;

    OverviewResource(Overview overview, Caller caller) {
        this.overview = overview;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getOverview",
            summary = "Get counts of tenants, free ports, the latest deployments, and what needs attention",
            description = "A token that is limited to some tenants gets these tenants, and nothing of the servers.")
    public Uni<OverviewView> get() {
        return overview.of(caller.actor());
    }

    @GET
    @Path("/metrics")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getMetrics",
            summary = "Get what the machines used: processors, memory, disk, the manager and its database",
            description =
                    "Each server is sampled once a minute; samples are kept for 24 hours. A long period is answered in "
                            + "longer steps, at most 180 for each server. Forbidden to a token that is limited to some tenants.")
    public Uni<MetricsView> metrics(
            @Parameter(
                            description = "From this time, inclusive; default: 24 hours before the end",
                            example = "2026-03-01T12:00:00Z")
                    @RestQuery
                    String from,
            @Parameter(description = "Until this time, exclusive; default: now", example = "2026-03-02T12:00:00Z")
                    @RestQuery
                    String to) {
        return overview.metrics(from, to, caller.actor());
    }
}
