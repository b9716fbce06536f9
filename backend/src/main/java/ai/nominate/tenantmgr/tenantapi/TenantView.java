package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.certificate.CertificateView;
import ai.nominate.tenantmgr.config.ConfigView;
import ai.nominate.tenantmgr.control.maintenance.MaintenanceView;
import ai.nominate.tenantmgr.deployment.DeploymentView;
import ai.nominate.tenantmgr.deployment.LastDeployment;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantTimeZone;
import ai.nominate.tenantmgr.theme.ThemeSummary;
import ai.nominate.tenantmgr.web.HasETag;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant with all its parts. */
record TenantView(
        @Schema(description = "Tenant id", required = true) UUID id,

        @Schema(description = "Slug", required = true) String slug,

        @Schema(description = "Display name", required = true)
        String name,

        @Schema(description = "Public domain", required = true)
        String domain,

        @Schema(description = "Additional host names", required = true)
        List<String> aliases,

        @Schema(description = "All host names with what visitors get there, the domain first", required = true)
        List<HostView> hosts,

        @Schema(
                description =
                        "Names that are reserved for special use or look like others: visitors may not reach them",
                required = true)
        List<WarningView> warnings,

        @Schema(
                description = "Status",
                required = true,
                enumeration = {"draft", "deploying", "active", "stopped", "failed", "deleting"})
        String status,

        @Schema(
                description = "Health",
                required = true,
                enumeration = {"healthy", "degraded", "unhealthy", "unknown"})
        String health,

        @Schema(description = "Ports", required = true) PortsView ports,

        @Schema(description = "Public URL", required = true) URI url,

        @Schema(description = "Source of the core application; null for the default")
        TenantRequest.SourceView source,

        @Schema(description = "Time zone of its scheduled commands; null for the server's", examples = "Europe/Berlin")
        String timeZone,

        @Schema(description = "Labels", required = true) List<String> labels,

        @Schema(description = "Notes; null if there are none")
        String notes,

        @Schema(description = "Configuration", required = true)
        ConfigView config,

        @Schema(description = "Summary of the theme", required = true)
        ThemeSummary theme,

        @Schema(description = "Results of the health checks", required = true)
        List<CheckView> checks,

        @Schema(description = "Summary of the latest deployment")
        LastDeployment lastDeployment,

        @Schema(description = "The latest deployment in full")
        DeploymentView latestDeployment,

        @Schema(description = "The certificate served to visitors")
        CertificateView certificate,

        @Schema(description = "The two slots", required = true)
        SlotsView slots,

        @Schema(description = "Its maintenance by hand; null if there is none")
        MaintenanceView maintenance,

        @Schema(description = "When a backup was last proven restorable; null if none is")
        Instant provenAt,

        @Schema(description = "Creation time", required = true)
        Instant createdAt,

        @JsonIgnore @Schema(hidden = true) String tag)
        implements HasETag {

    static TenantView of(
            TenantSnapshot tenant,
            URI url,
            ConfigView config,
            ThemeSummary theme,
            List<CheckView> checks,
            DeploymentView latest,
            CertificateView certificate,
            MaintenanceView maintenance) {
        return new TenantView(
                tenant.id(),
                tenant.slug().value(),
                tenant.name(),
                tenant.domain().value(),
                tenant.aliases().stream().map(DomainName::value).toList(),
                HostView.of(tenant),
                NameWarnings.of(tenant),
                tenant.status().id(),
                tenant.health(),
                PortsView.of(tenant.ports().block()),
                url,
                tenant.source().map(TenantRequest.SourceView::of).orElse(null),
                tenant.notes().timeZone().map(TenantTimeZone::value).orElse(null),
                tenant.notes().labelTexts(),
                tenant.notes().text().orElse(null),
                config,
                theme,
                checks,
                latest == null ? null : new LastDeployment(latest.id(), latest.status(), latest.finishedAt()),
                latest,
                certificate,
                SlotsView.of(tenant),
                maintenance,
                null,
                tenant.createdAt(),
                tenant.tag());
    }

    TenantView with(List<CheckView> newChecks, Instant proven) {
        return new TenantView(
                id,
                slug,
                name,
                domain,
                aliases,
                hosts,
                warnings,
                status,
                health,
                ports,
                url,
                source,
                timeZone,
                labels,
                notes,
                config,
                theme,
                newChecks,
                lastDeployment,
                latestDeployment,
                certificate,
                slots,
                maintenance,
                proven,
                createdAt,
                tag);
    }
}
