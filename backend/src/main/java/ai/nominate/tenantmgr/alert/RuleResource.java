package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/alert-rules")
@DescribesId("Rule id")
@Tag(name = "Alerts")
class RuleResource {
    private final RuleEditing rules;
    private final Caller caller;

    RuleResource(RuleEditing rules, Caller caller) {
        this.rules = rules;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listAlertRules", summary = "List the rules that say who is told of what")
    public Uni<RulesView> list() {
        return rules.list(caller.actor());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "createAlertRule",
            summary = "Make a rule",
            description =
                    "It tells of alerts that open from now on. Several rules that lead to one channel make one message.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "409", description = "alert.name-taken: Another one has this name")
    public Uni<RestResponse<RuleView>> create(RuleChange rule) {
        return rules.create(Body.required(rule), caller.actor())
                .map(made -> RestResponse.ResponseBuilder.<RuleView>created(URI.create("/api/alert-rules/" + made.id()))
                        .entity(made)
                        .build());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "putAlertRule",
            summary = "Change a rule",
            description = "Messages that wait already are sent as they were planned.")
    @APIResponse(
            responseCode = "200",
            description = "The rule",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "404", description = "alert.rule-unknown: Rule not found")
    @APIResponse(responseCode = "409", description = "alert.name-taken: Another one has this name")
    public Uni<RuleView> put(String id, RuleChange rule) {
        return rules.change(id, Body.required(rule), caller.actor());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "deleteAlertRule", summary = "Remove a rule")
    @APIResponse(responseCode = "404", description = "alert.rule-unknown: Rule not found")
    @APIResponse(responseCode = "204", description = "Rule removed")
    public Uni<Void> delete(String id) {
        return rules.delete(id, caller.actor());
    }
}
