package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.StreamEnded;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;
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

/** Events of all features, as a stream or in pages. */
@Path("/api/events")
@Tag(name = "Events", description = "Follow all changes")
class EventResource {
    private static final int MOST = 1000;
    private static final int USUAL = 100;
    private static final int PAGE_BYTES = 256 << 10;
    /** JSON is the default format; a stream must be requested explicitly, because streams are counted. */
    private static final String LESS_THAN_JSON = ";qs=0.5";

    private final EventTopics topics;
    private final EventStream stream;
    private final EventTable table;
    private final Caller caller;

    EventResource(EventTopics topics, EventStream stream, EventTable table, Caller caller) {
        this.topics = topics;
        this.stream = stream;
        this.table = table;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listEvents",
            summary = "What happens, live or in pages",
            description =
                    "text/event-stream to follow it live: first ready with the number where it begins, then a change "
                            + "for each event, and gap when events are not kept any more; the id of each is its number, and a "
                            + "stream resumes with Last-Event-ID. The last event before the manager ends it is signed-out, "
                            + "token-expired or shutdown. JSON for what is stored. Events are kept for 48 hours. A token "
                            + "that is limited to some tenants gets the events of these tenants only.")
    @APIResponse(
            responseCode = "200",
            description = "The events, in the format that was asked for; JSON when none was",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = EventPage.class)),
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        description = "Events ready, change and gap; a comment every 15 seconds"),
                        example = "event: ready")
            })
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public Uni<EventPage> list(
            @Parameter(
                            description =
                                    "Only these topics, with commas between them; without it all that the role may follow")
                    @RestQuery("topics")
                    String words,
            @Parameter(
                            description =
                                    "The last event that the caller has; without it nothing is older than the answer",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
                    @RestQuery
                    String afterSeq,
            @Parameter(
                            description =
                                    "How many events are looked at, 1 to 1000; 100 when absent. An answer ends after 256 KiB",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    @RestQuery
                    String limit) {
        Actor actor = caller.actor();
        Set<String> wanted = topics.of(words, actor);
        Long after = EventStream.after(afterSeq, null);
        Fields fields = new Fields();
        Integer most = fields.optional("limit", limit, text -> PageRequest.number(text, 1, MOST));
        fields.throwIfInvalid();
        Uni<Long> begin = after == null ? table.newest() : Uni.createFrom().item(after);
        return begin.flatMap(first -> table.after(first, most == null ? USUAL : most, PAGE_BYTES)
                .map(Chunk::entries)
                .flatMap(read -> read.isEmpty() || read.getFirst().seq() == first + 1
                        ? Uni.createFrom().item(EventPage.of(read, first, false, wanted, actor))
                        : table.isLost(first + 1, read.getFirst().seq() - 1)
                                .map(isLost -> EventPage.of(read, first, isLost, wanted, actor))));
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Produces(MediaType.SERVER_SENT_EVENTS + LESS_THAN_JSON)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(
            @RestQuery("topics") String words,
            @RestQuery String afterSeq,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context Sse sse) {
        Actor actor = caller.actor();
        Set<String> wanted = topics.of(words, actor);
        Long after = EventStream.after(afterSeq, lastEventId);
        return caller.untilEnd(stream.follow(wanted, actor, after))
                .map(message -> event(message, sse))
                .onFailure(StreamEnded.class)
                .recoverWithItem(e -> ((StreamEnded) e).end().textEvent(sse));
    }

    private static OutboundSseEvent event(EventMessage message, Sse sse) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().id(Long.toString(message.seq()));
        return message instanceof EventMessage.Quiet
                ? event.comment("still here").build()
                : event.name(message.name()).data(message.json()).build();
    }
}
