package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.TerminalText;
import ai.nominate.tenantmgr.log.service.ServiceOutput.Read;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.StreamEnded;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

@Path("/api/tenants/{id}/logs")
@DescribesId("Tenant id or slug")
@Tag(name = "Services", description = "Running services of a tenant")
class ServiceLogResource {
    private static final String LESS_THAN_JSON = ";qs=0.5";
    private static final int TEXT_LINES = 500;

    private final TenantRegistry tenants;
    private final ServiceOutput output;
    private final LineSurroundings surroundings;
    private final ServiceLogStream stream;
    private final Vertx vertx;
    private final Caller caller;

    ServiceLogResource(
            TenantRegistry tenants,
            ServiceOutput output,
            LineSurroundings surroundings,
            ServiceLogStream stream,
            Vertx vertx,
            Caller caller) {
        this.tenants = tenants;
        this.output = output;
        this.surroundings = surroundings;
        this.stream = stream;
        this.vertx = vertx;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getServiceLogs",
            summary = "Get or follow what a tenant's services print",
            description =
                    "JSON returns a page: without a cursor the last lines since the services were started, else the lines "
                            + "after it, with line that line between those beside it. text/plain returns everything that is kept, text/event-stream follows it live as events line; a "
                            + "stream resumes with Last-Event-ID. Secrets are masked. Answered by the manager of the tenant's server.")
    @APIResponse(
            responseCode = "200",
            description = "The lines in the requested format; JSON by default",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ServiceLogPage.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "backend  listening on 127.0.0.1:20001"),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "Events line, with the cursor as id; a comment every 15 seconds"),
                        example = "event: line")
            })
    @APIResponse(
            responseCode = "404",
            description = "tenant.unknown: Tenant not found\nlog.line-gone: The line is no longer kept")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    @APIResponse(responseCode = "503", description = "server.away: The manager of this server is unavailable")
    public Uni<ServiceLogPage> lines(
            String id,
            @Parameter(description = "Only this service; all of the slot when absent", example = "backend") @RestQuery
                    String service,
            @Parameter(
                            description = "Slot: a or b; the live one when absent",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"a", "b"}))
                    @RestQuery
                    String slot,
            @Parameter(description = "Return lines after the cursor of an earlier answer; begin for the oldest line")
                    @RestQuery
                    String afterCursor,
            @Parameter(
                            description =
                                    "Return this line, by its place in an earlier answer, with as many lines before it as after "
                                            + "it, all of its service. Not with afterCursor")
                    @RestQuery
                    String line,
            @Parameter(
                            description = "Maximum number of lines, 1 to 1000; default 200",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "200"))
                    @RestQuery
                    String limit) {
        ServiceLogRequest request = ServiceLogRequest.of(service, slot, afterCursor, line, limit);
        return tenant(id)
                .flatMap(tenant ->
                        vertx.executeBlocking(() -> read(tenant, request).page(), false));
    }

    private Read read(TenantSnapshot tenant, ServiceLogRequest request) {
        return request.line() == null
                ? output.of(tenant, request.asked(tenant, request.cursor(), request.limit()))
                : surroundings.of(tenant, request);
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.TEXT_PLAIN + LESS_THAN_JSON)
    @Operation(hidden = true)
    public Multi<String> text(String id, @RestQuery String service, @RestQuery String slot) {
        ServiceLogRequest request = ServiceLogRequest.of(service, slot, null, null, null);
        return RestMulti.fromUniResponse(
                tenant(id),
                tenant -> Multi.createBy()
                        .repeating()
                        .uni(
                                () -> new String[] {ServiceCursor.BEGIN},
                                at -> vertx.executeBlocking(
                                                () -> output.of(tenant, request.asked(tenant, at[0], TEXT_LINES)),
                                                false)
                                        .invoke(read -> at[0] = read.cursor()))
                        .whilst(read -> !read.items().isEmpty())
                        .map(ServiceLogResource::plain));
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.SERVER_SENT_EVENTS + LESS_THAN_JSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    @Blocking
    @RunOnVirtualThread
    public Multi<OutboundSseEvent> follow(
            String id,
            @RestQuery String service,
            @RestQuery String slot,
            @RestQuery String afterCursor,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        ServiceLogRequest request =
                ServiceLogRequest.of(service, slot, lastEventId == null ? afterCursor : lastEventId, null, null);
        Actor actor = caller.actor();
        TenantSnapshot tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(id, actor)));
        return caller.untilEnd(stream.follow(tenant, request, sse))
                .onFailure(StreamEnded.class)
                .recoverWithItem(e -> ((StreamEnded) e).end().jsonEvent(sse));
    }

    /** The caller is asked for at once: later the request may be over. */
    private Uni<TenantSnapshot> tenant(String id) {
        Actor actor = caller.actor();
        return Panache.withSession(() -> tenants.get(id, actor));
    }

    private static String plain(Read read) {
        return read.items().stream()
                .map(line -> line.service() + "  " + TerminalText.plain(line.text()) + "\n")
                .collect(Collectors.joining());
    }
}
