package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.certificate.CertificateView;
import ai.nominate.tenantmgr.config.ConfigView;
import ai.nominate.tenantmgr.deployment.DeploymentView;
import ai.nominate.tenantmgr.deployment.LastDeployment;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.HasETag;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant with all that belongs to it. */
record TenantView(
        @Schema(description = "Its id", required = true) UUID id,

        @Schema(description = "Its short name", required = true)
        String slug,

        @Schema(description = "Its name", required = true) String name,

        @Schema(description = "The host name that visitors use", required = true)
        String domain,

        @Schema(description = "Further host names", required = true)
        List<String> aliases,

        @Schema(
                description = "Where it stands",
                required = true,
                enumeration = {"draft", "deploying", "active", "stopped", "failed", "deleting"})
        String status,

        @Schema(
                description = "What the checks say",
                required = true,
                enumeration = {"healthy", "degraded", "unhealthy", "unknown"})
        String health,

        @Schema(description = "Its ports", required = true) PortsView ports,

        @Schema(description = "Where to look at it", required = true)
        URI url,

        @Schema(description = "Where its core application comes from; null for the usual source")
        TenantRequest.SourceView source,

        @Schema(description = "Its configuration", required = true)
        ConfigView config,

        @Schema(description = "What each check says", required = true)
        List<CheckView> checks,

        @Schema(description = "Its newest deployment, in short")
        LastDeployment lastDeployment,

        @Schema(description = "Its newest deployment, whole")
        DeploymentView latestDeployment,

        @Schema(description = "The certificate that visitors are shown")
        CertificateView certificate,

        @Schema(description = "Its two slots", required = true)
        SlotsView slots,

        @Schema(description = "When it was made", required = true)
        Instant createdAt,

        @JsonIgnore @Schema(hidden = true) String tag)
        implements HasETag {

    static TenantView of(
            TenantSnapshot tenant,
            URI url,
            ConfigView config,
            List<CheckView> checks,
            DeploymentView latest,
            CertificateView certificate) {
        return new TenantView(
                tenant.id(),
                tenant.slug().value(),
                tenant.name(),
                tenant.domain().value(),
                tenant.aliases().stream().map(DomainName::value).toList(),
                tenant.status().id(),
                tenant.health(),
                PortsView.of(tenant.ports()),
                url,
                tenant.source().map(TenantRequest.SourceView::of).orElse(null),
                config,
                checks,
                latest == null ? null : new LastDeployment(latest.id(), latest.status(), latest.finishedAt()),
                latest,
                certificate,
                SlotsView.of(tenant),
                tenant.createdAt(),
                tenant.tag());
    }

    TenantView with(List<CheckView> newChecks) {
        return new TenantView(
                id,
                slug,
                name,
                domain,
                aliases,
                status,
                health,
                ports,
                url,
                source,
                config,
                newChecks,
                lastDeployment,
                latestDeployment,
                certificate,
                slots,
                createdAt,
                tag);
    }
}
