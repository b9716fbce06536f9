package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.OpenApiContract;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/ports")
@Tag(name = "Ports", description = "Port blocks and their owners")
class PortResource {
    private final PortList list;
    private final PortReservations ports;
    private final Caller caller;

    PortResource(PortList list, PortReservations ports, Caller caller) {
        this.list = list;
        this.ports = ports;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listPorts",
            summary = "List port blocks in use, ordered by port",
            description =
                    "What tenants lease, what is reserved, and what other processes of the machine hold in the range.",
            extensions =
                    @Extension(
                            name = OpenApiContract.REFUSAL,
                            value = "404 server.unknown: There is no server with this name",
                            parseValue = false))
    public Uni<PageView<PortBlockView>> list(
            @Parameter(description = "The name of a server; the manager's own when absent") @RestQuery String server,
            @RestQuery String page,
            @RestQuery String size) {
        return list.page(server, PageRequest.of(page, size), caller.actor());
    }

    @GET
    @Path("/next-available")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "nextAvailablePorts",
            summary = "List the next free port blocks",
            description = "Reserves nothing: the blocks can be taken at any time.",
            extensions =
                    @Extension(
                            name = OpenApiContract.REFUSAL,
                            value = "409 port.range-exhausted: No free port block is left in the range",
                            parseValue = false))
    public Uni<PageView<FreeBlockView>> nextAvailable(
            @Parameter(
                            description = "Number of blocks, 1 to 100",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "1"))
                    @RestQuery
                    String count) {
        return ports.nextAvailable(count);
    }

    @POST
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "reservePorts",
            summary = "Reserve a port block",
            description =
                    "Reserved blocks are not leased to tenants. A block used by another process can be reserved too.")
    @APIResponse(
            responseCode = "201",
            description = "Reserved",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PortBlockView.class)))
    @APIResponse(responseCode = "409", description = "port.taken: These ports are already in use")
    public Uni<RestResponse<PortBlockView>> reserve(PortReservation reservation) {
        return ports.reserve(Body.required(reservation), caller.actor())
                .map(block -> RestResponse.ResponseBuilder.<PortBlockView>created(
                                URI.create("/api/ports/" + block.first()))
                        .entity(block)
                        .build());
    }

    @DELETE
    @Path("/{first}")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "releasePorts", summary = "Release a reserved port block")
    @APIResponse(responseCode = "204", description = "Released")
    @APIResponse(responseCode = "409", description = "port.leased: These ports belong to a tenant")
    public Uni<Void> release(
            @Parameter(description = "First port of the block", example = "20000") @RestPath String first) {
        return ports.release(first, caller.actor());
    }
}
