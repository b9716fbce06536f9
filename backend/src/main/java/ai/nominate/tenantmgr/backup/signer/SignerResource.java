package ai.nominate.tenantmgr.backup.signer;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Body;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/backup-signers")
@Tag(name = "Backups")
class SignerResource {
    private final TrustedSigners signers;
    private final Caller caller;

    SignerResource(TrustedSigners signers, Caller caller) {
        this.signers = signers;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(operationId = "listBackupSigners", summary = "List the installations whose backups are accepted")
    public Uni<PageView<SignerView>> list() {
        return signers.list();
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "addBackupSigner",
            summary = "Accept the backups of another installation",
            description = "A backup is code and data of a tenant: its signer decides what runs here after its restore.")
    @APIResponse(
            responseCode = "201",
            description = "Trusted from now on",
            content = @Content(schema = @Schema(implementation = SignerView.class)))
    @APIResponse(responseCode = "409", description = "backup.signer-known: The signer is trusted already")
    public Uni<SignerView> add(NewSigner request) {
        return signers.add(Body.required(request), caller.actor());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "removeBackupSigner",
            summary = "No longer accept the backups of an installation",
            description = "Those that were imported stay, and are neither proven nor restored any more.")
    @APIResponse(responseCode = "204", description = "No longer trusted")
    @APIResponse(responseCode = "404", description = "backup.signer-unknown: There is no such signer")
    public Uni<Void> remove(@Parameter(description = "Id of the signer") @RestPath String id) {
        return signers.remove(id, caller.actor());
    }
}
