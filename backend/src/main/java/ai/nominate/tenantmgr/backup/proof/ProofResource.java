package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.Backups;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/backups/{id}")
@Tag(name = "Backups")
class ProofResource {
    private final ProofQueue queue;
    private final Backups backups;
    private final Caller caller;

    ProofResource(ProofQueue queue, Backups backups, Caller caller) {
        this.queue = queue;
        this.backups = backups;
        this.caller = caller;
    }

    @POST
    @Path("/verify")
    @ResponseStatus(202)
    @RolesAllowed(Role.OPERATOR_NAME)
    @Operation(
            operationId = "verifyBackup",
            summary = "Prove a backup now",
            description =
                    "A run of kind verify, beside whatever else goes on: the backup is checked and unpacked, its database is restored into "
                            + "one of its own and counted, and the whole tenant is started from it without network, workers and commands, asked "
                            + "whether it is well, and removed. Works also when the tenant is gone.")
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

    @GET
    @Path("/proofs")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listBackupProofs",
            summary = "List the proofs of a backup, newest first",
            description = "Each with its evidence: a signed text, which anybody can check with the signer's public key.")
    public Uni<PageView<ProofView>> proofs(String id) {
        return Panache.withSession(() -> backups.find(id, caller.actor())
                        .flatMap(backup -> ProofRow.ofBackup(backup.id())))
                .map(rows -> rows.stream().map(ProofView::of).toList())
                .map(ProofResource::page);
    }

    private static PageView<ProofView> page(List<ProofView> views) {
        return PageView.of(views, new PageRequest(0, Math.max(1, views.size())), views.size());
    }
}
