package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.Caller;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/tenants/{id}/remote")
@Tag(name = "Remote", description = "What a tenant's application offers its operator, as its manifest declares")
class RemoteResource {
    private static final String NOT_OFFERED = "remote.not-offered: The application does not offer this";
    private static final String NOT_NOW = """
            remote.not-serving: The tenant does not serve
            remote.busy: The same is being asked already
            remote.no-token: The application's token has no value""";
    private static final String NO_ANSWER = """
            remote.unreachable: The application cannot be reached
            remote.timed-out: The application did not answer in time
            remote.unauthorized: The application does not accept its token
            remote.refused: The application answered with an error
            remote.resting: The application is left alone for a moment""";
    private static final String NO_VALUE = NO_ANSWER + """

            remote.not-json: The application's answer has another form
            remote.too-large: The application's answer is too large""";
    private static final String KEPT =
            " If it cannot be asked, the last good answer is returned, with its time and the "
                    + "reason; without one the request is refused. An answer of the last 3 seconds is not asked for again.";

    private final TenantRegistry tenants;
    private final Applications applications;
    private final RemoteReads reads;
    private final RemoteActs acts;
    private final RemoteTable table;
    private final Caller caller;

    RemoteResource(
            TenantRegistry tenants,
            Applications applications,
            RemoteReads reads,
            RemoteActs acts,
            RemoteTable table,
            Caller caller) {
        this.tenants = tenants;
        this.applications = applications;
        this.reads = reads;
        this.acts = acts;
        this.table = table;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getRemote",
            summary = "Get what a tenant's application offers, and its last good answers",
            description = "Read from the manifest of the live release; the application is not asked.")
    public RemoteView get(String id) {
        TenantSnapshot tenant = tenant(id);
        return applications
                .offer(tenant)
                .map(offer -> RemoteView.of(
                        offer, table.find(tenant.id(), Wanted.STATS), table.find(tenant.id(), Wanted.PERSONS)))
                .orElseGet(RemoteView::nothing);
    }

    @GET
    @Path("/stats")
    @RunOnVirtualThread
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getRemoteStats",
            summary = "Get the statistics of a tenant's application",
            description = "Asks the application, for at most 10 seconds." + KEPT)
    @APIResponse(
            responseCode = "200",
            description = "The statistics",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RemoteStatsView.class)))
    @APIResponse(responseCode = "404", description = NOT_OFFERED)
    @APIResponse(responseCode = "409", description = NOT_NOW)
    @APIResponse(responseCode = "424", description = NO_VALUE)
    public RemoteStatsView stats(String id) {
        return RemoteStatsView.of(reads.now(tenant(id), Wanted.STATS));
    }

    @GET
    @Path("/persons/count")
    @RunOnVirtualThread
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getRemotePersonsCount",
            summary = "Get the number of persons of a tenant's application",
            description = "Asks the application, for at most 10 seconds." + KEPT)
    @APIResponse(
            responseCode = "200",
            description = "The number of persons",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RemotePersonsView.class)))
    @APIResponse(responseCode = "404", description = NOT_OFFERED)
    @APIResponse(responseCode = "409", description = NOT_NOW)
    @APIResponse(responseCode = "424", description = NO_VALUE)
    public RemotePersonsView persons(String id) {
        return RemotePersonsView.of(reads.now(tenant(id), Wanted.PERSONS));
    }

    @POST
    @Path("/backup")
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "runRemoteBackup",
            summary = "Let a tenant's application make its own backup",
            description =
                    "Waits for the end of the application's answer, for at most 2 minutes. The answer itself is not "
                            + "kept: what is returned is its length and its last line.")
    @APIResponse(
            responseCode = "200",
            description = "What the application answered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RemoteResultView.class)))
    @APIResponse(responseCode = "404", description = NOT_OFFERED)
    @APIResponse(responseCode = "409", description = NOT_NOW)
    @APIResponse(responseCode = "424", description = NO_ANSWER)
    public RemoteResultView backup(String id) {
        return RemoteResultView.of(acts.act(tenant(id), Wanted.BACKUP, null, caller.actor()));
    }

    @POST
    @Path("/actions/{action}")
    @RunOnVirtualThread
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "runRemoteAction",
            summary = "Run an action of a tenant's application",
            description =
                    "Waits for its answer, for at most 30 seconds. Whether it has to be confirmed is for clients to "
                            + "heed: nobody is asked again here.")
    @APIResponse(
            responseCode = "200",
            description = "What the application answered",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RemoteResultView.class)))
    @APIResponse(responseCode = "404", description = NOT_OFFERED)
    @APIResponse(responseCode = "409", description = NOT_NOW)
    @APIResponse(responseCode = "424", description = NO_ANSWER)
    public RemoteResultView action(
            String id, @Parameter(description = "Id of the action", example = "reindex") @RestPath String action) {
        return RemoteResultView.of(acts.act(tenant(id), Wanted.ACTION, action, caller.actor()));
    }

    private TenantSnapshot tenant(String id) {
        Actor actor = caller.actor();
        return Reactive.await(() -> Panache.withSession(() -> tenants.get(id, actor)));
    }
}
