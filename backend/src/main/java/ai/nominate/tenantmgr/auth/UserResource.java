package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/users")
@DescribesId("User id")
@Tag(name = "Users", description = "User accounts and roles")
class UserResource {
    private final Users users;
    private final Caller caller;

    UserResource(Users users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "listUsers", summary = "List users by name")
    public Uni<PageView<AccountView>> list(@RestQuery String page, @RestQuery String size) {
        return users.list(PageRequest.of(page, size));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "getUser", summary = "Get a user")
    public Uni<AccountView> get(String id) {
        return users.get(id);
    }

    @POST
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "createUser", summary = "Create a user")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409", description = "user.name-taken: Another user has this name")
    public Uni<RestResponse<AccountView>> create(NewUser user) {
        return users.create(Body.required(user), caller.actor())
                .map(made -> RestResponse.ResponseBuilder.<AccountView>created(URI.create("/api/users/" + made.id()))
                        .entity(made)
                        .build());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "putUser",
            summary = "Change a user's role or password, or disable sign-in",
            description = "Ends the user's sessions and API tokens.")
    @APIResponse(
            responseCode = "200",
            description = "The user after the change",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "409", description = "user.last-admin: This is the last admin")
    public Uni<AccountView> put(String id, UserChange change) {
        return users.change(id, Body.required(change), caller.actor());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "deleteUser", summary = "Delete a user with their sessions and API tokens")
    @APIResponse(responseCode = "204", description = "User deleted")
    @APIResponse(responseCode = "409", description = "user.last-admin: This is the last admin")
    public Uni<Void> delete(String id) {
        return users.delete(id, caller.actor());
    }
}
