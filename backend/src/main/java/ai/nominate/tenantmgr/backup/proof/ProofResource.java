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
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/backups/{id}/proofs")
@Tag(name = "Backups")
class ProofResource {
    private final Backups backups;
    private final Caller caller;

    ProofResource(Backups backups, Caller caller) {
        this.backups = backups;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listBackupProofs",
            summary = "List the proofs of a backup, newest first",
            description =
                    "Each with its evidence: a signed text, which anybody can check with the signer's public key.")
    public Uni<PageView<ProofView>> proofs(String id) {
        return Panache.withSession(
                        () -> backups.find(id, caller.actor()).flatMap(backup -> ProofRow.ofBackup(backup.id())))
                .map(rows -> rows.stream().map(ProofView::of).toList())
                .map(ProofResource::page);
    }

    private static PageView<ProofView> page(List<ProofView> views) {
        return PageView.of(views, new PageRequest(0, Math.max(1, views.size())), views.size());
    }
}
