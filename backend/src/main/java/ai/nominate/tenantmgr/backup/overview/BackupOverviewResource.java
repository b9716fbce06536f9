package ai.nominate.tenantmgr.backup.overview;

import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.web.Caller;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/backups")
@Tag(name = "Backups")
class BackupOverviewResource {
    private final BackupOverview overview;
    private final Caller caller;

    BackupOverviewResource(BackupOverview overview, Caller caller) {
        this.overview = overview;
        this.caller = caller;
    }

    @GET
    @Path("/summary")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "getBackupSummary",
            summary = "Get the backups of all tenants in numbers",
            description = "Of the tenants that the caller may access.")
    public Uni<BackupSummary> summary() {
        return overview.summary(caller.actor());
    }

    @GET
    @Path("/tenants")
    @RolesAllowed(Role.VIEWER_NAME)
    @Operation(
            operationId = "listBackedUpTenants",
            summary = "List tenants with their newest and their newest proven backup",
            description = "Deleted tenants that have backups as well, if they are asked for.")
    public Uni<PageView<BackedUpTenant>> tenants(
            @RestQuery String page,
            @RestQuery String size,
            @Parameter(description = "Part of the slug or the name") @RestQuery String search,
            @Parameter(description = "true to list deleted tenants as well, only to list nothing else; default false")
                    @RestQuery
                    String deleted,
            @Parameter(
                            description =
                                    "unproven, those proven longest ago or never first, slug or -slug; unproven when absent",
                            example = "slug")
                    @RestQuery
                    String sort) {
        return overview.page(page, size, search, deleted, sort, caller.actor());
    }
}
