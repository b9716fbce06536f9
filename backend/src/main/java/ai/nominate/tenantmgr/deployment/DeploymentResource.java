package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.run.RunLogAnswers;
import ai.nominate.tenantmgr.run.feed.LogPage;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/deployments")
@DescribesId("Deployment id")
@Tag(name = "Deployments", description = "Deploy releases and follow their progress")
class DeploymentResource {
    private final Deployments deployments;
    private final DeploymentList list;
    private final RunLogAnswers logs;
    private final Caller caller;

    DeploymentResource(Deployments deployments, DeploymentList list, RunLogAnswers logs, Caller caller) {
        this.deployments = deployments;
        this.list = list;
        this.logs = logs;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listDeployments", summary = "List deployments, newest first")
    public Uni<PageView<DeploymentView>> list(
            @Parameter(description = "Filter by tenant, id or slug") @RestQuery String tenant,
            @Parameter(description = "Filter by status") @RestQuery String status,
            @Parameter(description = "Filter by kind") @RestQuery String kind,
            @RestQuery String page,
            @RestQuery String size) {
        return list.page(DeploymentQuery.of(page, size, tenant, status, kind), caller.actor());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "getDeployment", summary = "Get a deployment with its steps and the end of its log")
    public Uni<DeploymentView> get(String id) {
        return list.get(id, caller.actor());
    }

    @POST
    @Path("/{id}/cancel")
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "cancelDeployment",
            summary = "Cancel a deployment and roll back its changes",
            description = "Refused once traffic is switched to the new release.")
    @APIResponse(
            responseCode = "202",
            description = "Cancellation requested",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedDeployment.class)))
    @APIResponse(responseCode = "409", description = "deployment.finished: The deployment has finished")
    public Uni<AcceptedDeployment> cancel(String id) {
        return deployments.cancel(id, caller.actor());
    }

    @GET
    @Path("/{id}/logs")
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getDeploymentLogs",
            summary = "Get or follow the log of a deployment",
            description = "JSON returns a page, text/plain the whole log, text/event-stream follows it live; a stream "
                    + "resumes with Last-Event-ID.")
    @APIResponse(
            responseCode = "200",
            description = "The log in the requested format; JSON by default",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LogPage.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "2026-03-01T12:00:00Z copy-core-files out  compiled 12 files"),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description =
                                                "Events line, step, progress, gap and end; the event id of a line is its seq"),
                        example = "event: end")
            })
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public Uni<LogPage> lines(
            String id,
            @Parameter(
                            description = "Return lines after this sequence number",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "0",
                                            maximum = "2147483647",
                                            defaultValue = "0"))
                    @RestQuery
                    String afterSeq,
            @Parameter(
                            description =
                                    "Maximum number of lines, 1 to 10000; default 1000. A page ends after 256 KiB of text",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "10000",
                                            defaultValue = "1000"))
                    @RestQuery
                    String limit) {
        return logs.page(actor -> deployments.find(id, actor), afterSeq, limit);
    }

    @GET
    @Path("/{id}/logs")
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.TEXT_PLAIN + RunLogAnswers.LESS_THAN_JSON)
    @Operation(hidden = true)
    public Multi<String> text(String id) {
        return logs.text(actor -> deployments.find(id, actor));
    }

    /** On a virtual thread, which may block. */
    @GET
    @Path("/{id}/logs")
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.SERVER_SENT_EVENTS + RunLogAnswers.LESS_THAN_JSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    @Blocking
    @RunOnVirtualThread
    public Multi<OutboundSseEvent> follow(
            String id, @RestQuery String afterSeq, @HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        return logs.follow(actor -> deployments.find(id, actor), afterSeq, lastEventId, sse);
    }
}
