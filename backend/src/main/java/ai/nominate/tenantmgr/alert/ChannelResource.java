package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import ai.nominate.tenantmgr.web.contract.OpenApiContract;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/alert-channels")
@DescribesId("Channel id")
@Tag(name = "Alerts")
class ChannelResource {
    private final AlertChannels channels;
    private final ChannelTest test;
    private final Deliveries deliveries;
    private final Caller caller;

    ChannelResource(AlertChannels channels, ChannelTest test, Deliveries deliveries, Caller caller) {
        this.channels = channels;
        this.test = test;
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(operationId = "listAlertChannels", summary = "List the channels by name, without what is secret")
    public Uni<List<ChannelView>> list() {
        return channels.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "createAlertChannel",
            summary = "Make a channel",
            description =
                    "E-mail goes through the SMTP server of the settings mail.*. The requests of a webhook are signed with "
                            + "HMAC-SHA-256 in X-Tenantmgr-Signature-256; a secret that is made here is returned once, in this answer.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "409", description = "alert.name-taken: Another one has this name")
    public Uni<RestResponse<ChannelView>> create(ChannelChange channel) {
        return channels.create(Body.required(channel), caller.actor())
                .map(made -> RestResponse.ResponseBuilder.<ChannelView>created(
                                URI.create("/api/alert-channels/" + made.id()))
                        .entity(made)
                        .build());
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "putAlertChannel",
            summary = "Change a channel",
            description = "Messages that wait for a channel that is turned off are not sent.")
    @APIResponse(
            responseCode = "200",
            description = "The channel",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChannelView.class)))
    @APIResponse(responseCode = "404", description = "alert.channel-unknown: Channel not found")
    @APIResponse(responseCode = "409", description = "alert.name-taken: Another one has this name")
    public Uni<ChannelView> put(String id, ChannelChange channel) {
        return channels.change(id, Body.required(channel), caller.actor());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "deleteAlertChannel",
            summary = "Remove a channel",
            description = "Its messages are removed too, and rules do not name it any more.")
    @APIResponse(responseCode = "404", description = "alert.channel-unknown: Channel not found")
    @APIResponse(responseCode = "204", description = "Channel removed")
    public Uni<Void> delete(String id) {
        return channels.delete(id, caller.actor());
    }

    @POST
    @Path("/{id}/test")
    @RunOnVirtualThread
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "testAlertChannel",
            summary = "Send a test message",
            description =
                    "In one try, within 30 seconds. A message that was not taken is a result with the reason. At most 10 a "
                            + "minute.")
    @APIResponse(
            responseCode = "200",
            description = "What came of it",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = "alert.channel-unknown: Channel not found")
    @APIResponse(responseCode = "429", description = "request.too-many: Too many requests")
    public DeliveryView test(String id) {
        return test.send(id, caller.actor());
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "listAlertDeliveries",
            summary = "List the messages to a channel, the newest first",
            extensions =
                    @Extension(
                            name = OpenApiContract.REFUSAL,
                            value = "404 alert.channel-unknown: Channel not found",
                            parseValue = false))
    public Uni<PageView<DeliveryView>> deliveries(String id, @RestQuery String page, @RestQuery String size) {
        PageRequest asked = PageRequest.of(page, size);
        return Panache.withSession(() -> channels.require(id)).flatMap(row -> deliveries.ofChannel(row.id, asked));
    }
}
