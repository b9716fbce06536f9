package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/tenants/{id}")
@DescribesId("Tenant id or slug")
@Tag(name = "Health", description = "Health checks of a tenant, their history and incidents")
class HealthResource {
    private final TenantChecks checks;
    private final Caller caller;

    HealthResource(TenantChecks checks, Caller caller) {
        this.checks = checks;
        this.caller = caller;
    }

    @GET
    @Path("/health")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getHealth",
            summary = "Get a tenant's health and its checks",
            description = "A tenant that does not serve is not checked; its health is unknown.")
    public Uni<HealthView> get(String id) {
        return checks.now(id, caller.actor());
    }

    @POST
    @Path("/health-check")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "checkHealth",
            summary = "Check a tenant now",
            description =
                    "Makes all its checks and answers with their results within 30 seconds. A result counts as any "
                            + "other: a single failure does not change the health of a check.")
    @APIResponse(
            responseCode = "200",
            description = "The results",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HealthView.class)))
    @APIResponse(responseCode = "409", description = "health.not-checked: The tenant does not serve")
    public Uni<HealthView> check(String id) {
        return checks.check(id, caller.actor());
    }

    @GET
    @Path("/health/history")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getHealthHistory",
            summary = "Get what a tenant's checks found over time",
            description = "Each result is kept for some days, sums of five minutes and of an hour for longer (settings "
                    + "health.sampleDays, health.fiveMinuteDays, health.hourDays). At most 750 steps.")
    public Uni<HealthHistoryView> history(
            String id,
            @Parameter(
                            description = "From this time, inclusive; default: 24 hours before the end",
                            example = "2026-03-01T12:00:00Z")
                    @RestQuery
                    String from,
            @Parameter(description = "Until this time, exclusive; default: now", example = "2026-03-02T12:00:00Z")
                    @RestQuery
                    String to,
            @Parameter(
                            description =
                                    "Length of a step: 1m, 5m, 1h or 1d; default: the shortest that gives at most "
                                            + "300 steps",
                            example = "5m")
                    @RestQuery
                    String resolution) {
        return checks.history(id, from, to, resolution, caller.actor());
    }

    @GET
    @Path("/health/incidents")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listIncidents", summary = "List a tenant's incidents, the latest first")
    public Uni<PageView<IncidentView>> incidents(String id, @RestQuery String page, @RestQuery String size) {
        return checks.incidents(id, PageRequest.of(page, size), caller.actor());
    }
}
