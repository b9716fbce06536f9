package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/audit")
@Tag(name = "Audit", description = "Audit log of changes")
class AuditResource {
    private final Audit audit;
    private final Caller caller;

    AuditResource(Audit audit, Caller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(operationId = "listAudit", summary = "List the audit log, newest first")
    public Uni<PageView<AuditView>> list(
            @RestQuery String page, @RestQuery String size, @BeanParam AuditParameters parameters) {
        return audit.list(AuditQuery.of(page, size, parameters.asked(), caller.actor()));
    }
}
