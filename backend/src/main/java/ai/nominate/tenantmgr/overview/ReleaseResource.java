package ai.nominate.tenantmgr.overview;

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

@Path("/api/releases")
@Tag(name = "Releases", description = "Builds of applications, and who runs them")
class ReleaseResource {
    private final ReleaseUse releases;
    private final Caller caller;

    ReleaseResource(ReleaseUse releases, Caller caller) {
        this.releases = releases;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listReleases",
            summary = "List the releases with the tenants that run them, the newest first",
            description =
                    "Releases that are ready, or that a tenant has in a slot. A token that is limited to some tenants "
                            + "gets theirs alone.")
    public Uni<PageView<ReleaseView>> list(@RestQuery String page, @RestQuery String size) {
        return releases.list(PageRequest.of(page, size), caller.actor());
    }
}
