package ai.nominate.tenantmgr.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A release and who runs it. */
@Schema(name = "ReleaseItem")
record ReleaseView(
        @Schema(description = "Release id", required = true) String id,

        @Schema(description = "Name of the application, from its manifest", required = true, examples = "campaign")
        String application,

        @Schema(description = "Name of the server on which it lies", required = true)
        String server,

        @Schema(
                description = "Kind of its source",
                required = true,
                enumeration = {"git", "directory"})
        String sourceKind,

        @Schema(description = "Address or directory of its source", required = true)
        String sourceLocation,

        @Schema(description = "Branch or tag that was asked for; null if none was named")
        String ref,

        @Schema(description = "The commit, or the hash of a directory's content", required = true)
        String commit,

        @Schema(description = "Time of its build", required = true)
        Instant createdAt,

        @Schema(description = "How many tenants serve with it", required = true)
        long live,

        @Schema(description = "How many tenants have it in their other slot", required = true)
        long standby,

        @Schema(description = "Tenants that have it in a slot, those that serve first, at most 20", required = true)
        List<Tenant> tenants) {

    @Schema(name = "ReleaseTenant")
    record Tenant(
            @Schema(description = "Tenant id", required = true)
            UUID id,

            @Schema(description = "Slug", required = true) String slug,

            @Schema(description = "Name", required = true) String name,

            @Schema(description = "Whether the tenant serves with it", required = true)
            boolean live) {}
}
