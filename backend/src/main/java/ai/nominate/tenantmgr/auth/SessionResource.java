package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.auth.request.SignedInCaller;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import ai.nominate.tenantmgr.web.contract.DescribesId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/sessions")
@DescribesId("Session id")
@Tag(name = "Sessions", description = "Where users are signed in")
class SessionResource {
    private final SessionList sessions;
    private final SignedInCaller signedIn;
    private final Caller caller;

    SessionResource(SessionList sessions, SignedInCaller signedIn, Caller caller) {
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listSessions",
            summary = "List your open sessions, newest first; admins get the sessions of all users",
            description = "API tokens are refused with auth.person-needed; sign in with a password.")
    public Uni<PageView<SessionItem>> list(@RestQuery String page, @RestQuery String size) {
        return sessions.list(PageRequest.of(page, size), signedIn.requireUser());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "endSession",
            summary = "End a session",
            description = "Your own, or any for admins. Its access token and its live streams end within seconds.")
    @APIResponse(responseCode = "204", description = "The session has ended")
    @APIResponse(
            responseCode = "403",
            description = "auth.person-needed: API tokens are not allowed to do this; sign in with a password")
    public Uni<Void> end(String id) {
        return sessions.end(id, signedIn.requireUser(), caller.actor());
    }
}
