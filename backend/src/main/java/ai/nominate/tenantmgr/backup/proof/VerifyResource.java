package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.kernel.Role;
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

@Path("/api/backups/{id}/verify")
@Tag(name = "Backups")
class VerifyResource {
    private final ProofQueue queue;
    private final Caller caller;

    VerifyResource(ProofQueue queue, Caller caller) {
        this.queue = queue;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "verifyBackup",
            summary = "Prove a backup now",
            description = "A run of kind verify, beside whatever else goes on: the backup is checked and unpacked, its"
                    + " database is restored into one of its own and counted, and the whole tenant is started from"
                    + " it without network, workers and commands, asked whether it is well, and removed. Works"
                    + " also when the tenant is gone.")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AcceptedProof.class)))
    @APIResponse(
            responseCode = "409",
            description = "backup.proving: The backup is being proven\nbackup.not-complete: The backup has no files")
    public Uni<AcceptedProof> verify(String id) {
        return queue.verify(id, caller.actor()).map(AcceptedProof::new);
    }
}
