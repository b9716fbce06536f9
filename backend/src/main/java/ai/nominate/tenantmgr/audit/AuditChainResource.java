package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.kernel.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/audit/chain")
@Tag(name = "Audit", description = "Audit log of changes")
class AuditChainResource {
    private final AuditChain chain;

    AuditChainResource(AuditChain chain) {
        this.chain = chain;
    }

    @GET
    @RolesAllowed(Role.ADMIN_NAME)
    @Operation(
            operationId = "verifyAudit",
            summary = "Verify the audit log",
            description =
                    "Each entry is covered by a hash that also covers the entry before. Computes all of them again, "
                            + "and tells which entries were changed, removed or added past the manager.")
    public Uni<ChainView> verify() {
        return chain.verify();
    }
}
