package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/labels")
@Tag(name = "Tenants", description = "Manage tenants")
class LabelResource {
    private final LabelList labels;
    private final Caller caller;

    LabelResource(LabelList labels, Caller caller) {
        this.labels = labels;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listLabels",
            summary = "List the labels of tenants, those of most tenants first",
            description = "A token limited to some tenants gets the labels of these tenants only.")
    public Uni<PageView<LabelView>> list(@RestQuery String page, @RestQuery String size) {
        return labels.page(PageRequest.of(page, size), caller.actor());
    }
}
