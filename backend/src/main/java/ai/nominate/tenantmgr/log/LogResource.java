package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.StreamEnded;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The manager's log and its requests. A token that is limited to some tenants sees what is about these tenants only. */
@Path("/api/logs")
@Tag(name = "Logs", description = "The manager's log and its requests")
class LogResource {
    private static final int MOST = 1000;
    private static final int USUAL = 200;
    private static final String LESS_THAN_JSON = ";qs=0.5";

    private final LogQuery query;
    private final LogPages pages;
    private final LogStream stream;
    private final Caller caller;

    LogResource(LogQuery query, LogPages pages, LogStream stream, Caller caller) {
        this.query = query;
        this.pages = pages;
        this.stream = stream;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OPERATOR_NAME)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listLogs",
            summary = "List or follow the manager's log and its requests",
            description =
                    "JSON returns a page: without a number the newest entries. Further pages go both ways, with olderSeq and "
                            + "newerSeq of the answer. A page looks at 20,000 entries at most, so one with few entries is not the last: "
                            + "olderSeq says whether there are more. text/event-stream follows new entries live, as events entry and gap, "
                            + "and resumes with Last-Event-ID. Entries are kept for as long as the setting log.retention says. A token "
                            + "that is limited to some tenants gets the entries about these tenants only.")
    @APIResponse(
            responseCode = "200",
            description = "The entries, in the format that was asked for; JSON when none was",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LogEntryPage.class)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description =
                                                "Events entry and gap, with the number as id; a comment every 15 seconds"),
                        example = "event: entry")
            })
    @APIResponse(responseCode = "404", description = "tenant.unknown: Tenant not found")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public Uni<LogEntryPage> list(
            @BeanParam LogParameters parameters,
            @Parameter(
                            description = "Only entries before this one",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    @RestQuery
                    String beforeSeq,
            @Parameter(
                            description = "Only entries after this one, oldest first; not together with beforeSeq",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    @RestQuery
                    String afterSeq,
            @Parameter(
                            description =
                                    "Maximum number of entries, 1 to 1000; default 200. A page ends after about 512 KiB",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "200"))
                    @RestQuery
                    String limit) {
        Fields fields = new Fields();
        Long before = LogQuery.seq(fields, "beforeSeq", beforeSeq);
        Long after = LogQuery.seq(fields, "afterSeq", afterSeq);
        Integer given = fields.optional("limit", limit, text -> PageRequest.number(text, 1, MOST));
        if (before != null && after != null) {
            fields.add("afterSeq", "cannot be combined with beforeSeq");
        }
        fields.throwIfInvalid();
        int most = given == null ? USUAL : given;
        return query.filter(parameters.asked(), caller.actor())
                .flatMap(filter -> after != null
                        ? pages.after(after, most, filter)
                        : pages.before(before == null ? Long.MAX_VALUE : before, most, filter));
    }

    @GET
    @RolesAllowed(Role.OPERATOR_NAME)
    @Produces(MediaType.SERVER_SENT_EVENTS + LESS_THAN_JSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    @Blocking
    @RunOnVirtualThread
    public Multi<OutboundSseEvent> follow(
            @BeanParam LogParameters parameters,
            @RestQuery String afterSeq,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        Fields fields = new Fields();
        Long after = LogQuery.seq(fields, "afterSeq", afterSeq);
        Long seen = LogQuery.seq(fields, "Last-Event-ID", lastEventId);
        fields.throwIfInvalid();
        Actor actor = caller.actor();
        LogFilter filter = Reactive.await(() -> query.filter(parameters.asked(), actor));
        return caller.untilEnd(stream.follow(filter, seen == null ? after : seen, sse))
                .onFailure(StreamEnded.class)
                .recoverWithItem(e -> ((StreamEnded) e).end().jsonEvent(sse));
    }
}
