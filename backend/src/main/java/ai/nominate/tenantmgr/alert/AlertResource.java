package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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

@Path("/api/alerts")
@DescribesId("Alert id")
@Tag(name = "Alerts", description = "What is wrong, who is told of it, and what came of the messages")
class AlertResource {
    private final AlertReader reader;
    private final AlertActions actions;
    private final Caller caller;

    AlertResource(AlertReader reader, AlertActions actions, Caller caller) {
        this.reader = reader;
        this.actions = actions;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listAlerts",
            summary = "List alerts: the open ones first, the critical ones before others, then the past ones",
            description = "Alerts of a mass failure are listed with within, and counted in folded.")
    public Uni<PageView<AlertView>> list(
            @RestQuery String page,
            @RestQuery String size,
            @Parameter(description = "open or past; default: both", example = "open") @RestQuery String state,
            @Parameter(description = "Only of this kind", example = "health") @RestQuery String kind,
            @Parameter(description = "Only those that this alert of a mass failure speaks for") @RestQuery
                    String within) {
        return reader.list(AlertQuery.of(page, size, state, kind, within, caller.actor()));
    }

    @GET
    @Path("/summary")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "getAlertSummary", summary = "Count the open alerts")
    public Uni<AlertSummary> summary() {
        return reader.summary(caller.actor());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "getAlert", summary = "Get an alert and the messages about it")
    @APIResponse(
            responseCode = "200",
            description = "The alert",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "404", description = "alert.unknown: Alert not found")
    public Uni<AlertView> get(String id) {
        return reader.get(id, caller.actor());
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Say that you look after an alert",
            description = "Messages that wait are not sent any more. Who was told of it is still told when it is over.")
    @APIResponse(
            responseCode = "200",
            description = "The alert",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "404", description = "alert.unknown: Alert not found")
    @APIResponse(responseCode = "409", description = "alert.over: The alert is over")
    public Uni<AlertView> acknowledge(String id) {
        return actions.acknowledge(id, caller.actor());
    }

    @POST
    @Path("/{id}/snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "snoozeAlert",
            summary = "Put an alert off",
            description =
                    "Messages about it wait. Who was told of it already gets one reminder if it is still open afterwards.")
    @APIResponse(
            responseCode = "200",
            description = "The alert",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AlertView.class)))
    @APIResponse(responseCode = "404", description = "alert.unknown: Alert not found")
    @APIResponse(responseCode = "409", description = "alert.over: The alert is over")
    public Uni<AlertView> snooze(String id, SnoozeRequest snooze) {
        return actions.snooze(id, Body.required(snooze), caller.actor());
    }
}
