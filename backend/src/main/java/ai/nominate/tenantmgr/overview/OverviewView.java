package ai.nominate.tenantmgr.overview;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything the start page shows, but the metrics. */
@Schema(name = "Overview")
record OverviewView(
        @Schema(description = "Number of tenants", required = true)
        Tenants tenants,

        @Schema(description = "Port blocks of this manager's server; null for a token limited to some tenants")
        Ports ports,

        @Schema(description = "Running and queued deployments first, then the latest; 8 at most", required = true)
        List<Deployment> deployments,

        @Schema(description = "Tenants that need attention", required = true)
        AttentionView attention,

        @Schema(description = "Servers; none for a token limited to some tenants", required = true)
        List<Server> servers,

        @Schema(
                description =
                        "Requests of visitors in the last minute that each server has counted; without those that had none lately",
                required = true)
        List<Minute> traffic,

        @Schema(description = "Facts of this manager; null for a token limited to some tenants")
        Facts system) {

    @Schema(name = "ServerMinute")
    record Minute(
            @Schema(description = "Number of the server", required = true)
            short server,

            @Schema(description = "Begin of the minute", required = true)
            Instant at,

            @Schema(description = "Number of requests to its tenants", required = true)
            long requests,

            @Schema(description = "Number of answers with a status from 500 on", required = true)
            long serverErrors) {}

    @Schema(name = "OverviewTenants")
    record Tenants(
            @Schema(description = "All tenants", required = true)
            long total,

            @Schema(description = "By status", required = true)
            ByStatus byStatus,

            @Schema(description = "By health", required = true)
            ByHealth byHealth) {}

    @Schema(name = "TenantsByStatus")
    record ByStatus(
            @Schema(description = "Never deployed", required = true)
            long draft,

            @Schema(description = "With a running deployment", required = true)
            long deploying,

            @Schema(description = "Serving", required = true)
            long active,

            @Schema(description = "Stopped", required = true)
            long stopped,

            @Schema(description = "Not serving after a failure", required = true)
            long failed,

            @Schema(description = "Being deleted", required = true)
            long deleting) {}

    @Schema(name = "TenantsByHealth")
    record ByHealth(
            @Schema(description = "All checks are well", required = true)
            long healthy,

            @Schema(description = "Visitors are served, but a check fails or warns", required = true)
            long degraded,

            @Schema(description = "Visitors are not served", required = true)
            long unhealthy,

            @Schema(description = "Not checked, such as drafts, or nothing is known", required = true)
            long unknown) {}

    @Schema(name = "OverviewPorts")
    record Ports(
            @Schema(description = "Free blocks of four ports", required = true)
            int free,

            @Schema(description = "All blocks of the port range", required = true)
            int total) {}

    @Schema(name = "OverviewDeployment")
    record Deployment(
            @Schema(description = "Deployment id", required = true)
            UUID id,

            @Schema(description = "Kind, such as deploy", required = true)
            String kind,

            @Schema(
                    description = "Status",
                    required = true,
                    enumeration = {"queued", "running", "succeeded", "failed", "cancelled"})
            String status,

            @Schema(description = "Tenant id", required = true)
            UUID tenantId,

            @Schema(description = "Slug of the tenant, also after its deletion", required = true)
            String tenantSlug,

            @Schema(description = "Display name of the tenant; null after its deletion")
            String tenantName,

            @Schema(description = "Id of the running step; null unless it runs")
            String currentStep,

            @Schema(description = "Progress, 0 to 100", required = true)
            int progressPercent,

            @Schema(description = "Commit of the release; null if there is none")
            String commit,

            @Schema(description = "Who asked for it", required = true)
            String actor,

            @Schema(description = "Time of the request", required = true)
            Instant queuedAt,

            @Schema(description = "Start time") Instant startedAt,
            @Schema(description = "End time") Instant finishedAt) {}

    @Schema(name = "OverviewServer")
    record Server(
            @Schema(description = "Name", required = true) String name,

            @Schema(description = "Whether it is the server of the manager that answers", required = true)
            boolean own,

            @Schema(
                    description =
                            "Whether a manager holds its lease now; without one nothing of it changes, and sites stay up",
                    required = true)
            boolean held,

            @Schema(description = "Version of the manager that holds it, or held it last")
            String version,

            @Schema(description = "Start of that manager") Instant startedAt,

            @Schema(description = "Number of its tenants", required = true)
            long tenants) {}

    @Schema(name = "SystemFacts")
    record Facts(
            @Schema(description = "Version of the manager that answers", required = true)
            String version,

            @Schema(description = "Version of Java", required = true)
            String javaVersion,

            @Schema(description = "Version of PostgreSQL", required = true)
            String databaseVersion,

            @Schema(description = "Processors of the machine", required = true)
            int processors) {}
}
