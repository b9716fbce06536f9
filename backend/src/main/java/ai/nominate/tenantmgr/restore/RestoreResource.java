package ai.nominate.tenantmgr.restore;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/backups/{id}/restore")
@Tag(name = "Backups")
class RestoreResource {
    private final Restores restores;
    private final Caller caller;

    RestoreResource(Restores restores, Caller caller) {
        this.restores = restores;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "restoreBackup",
            summary = "Restore a backup in the place of its tenant's data",
            description =
                    "A run of kind restore. The backup is checked, unpacked and restored beside the tenant first; then"
                            + " the site is closed, a backup of the present state is taken, database, files and release"
                            + " are replaced, and the site opens once the restored tenant is healthy. If anything fails,"
                            + " everything is as before. Configuration and theme stay. For 24 hours it can be undone; a"
                            + " further one that succeeds ends that. A tenant that is gone is made anew first, with the"
                            + " id, the names, the source, the configuration and the theme that it had.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedRestore.class)))
    @APIResponse(
            responseCode = "403",
            description = "tenant.source-forbidden: Only admins can use a directory on the server as source")
    @APIResponse(
            responseCode = "409",
            description = "backup.not-complete: The backup has no files\n"
                    + "deployment.running: A deployment of this tenant is in progress\n"
                    + "restore.no-tenant: The tenant cannot be made anew from the backup\n"
                    + "tenant.slug-taken: Another tenant has this slug\n"
                    + "tenant.host-taken: Another tenant has this host name")
    @APIResponse(responseCode = "422", description = "restore.not-confirmed: The restore was not confirmed")
    public Uni<AcceptedRestore> restore(String id, RestoreRequest request) {
        return restores.restore(id, Body.required(request), caller.actor());
    }
}
