package ai.nominate.tenantmgr.renewal;

import ai.nominate.tenantmgr.certificate.CertificateDetail;
import ai.nominate.tenantmgr.certificate.CertificateFailure;
import ai.nominate.tenantmgr.certificate.CertificateStates;
import ai.nominate.tenantmgr.certificate.dns.NameFinding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The certificate of a tenant, with all that is known of it. */
@Schema(name = "TenantCertificate")
record TenantCertificateView(
        @Schema(
                description = CertificateState.DESCRIPTION + "; none: the tenant was never deployed",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"expired", "failing", "expiring", "waiting", "renewing", "ok", "none"})
        String state,

        @Schema(
                description = "automatic: issued and renewed by the manager; own: uploaded by its owner",
                required = true,
                type = SchemaType.STRING,
                enumeration = {"automatic", "own"})
        String mode,

        @Schema(description = "The certificate that visitors get; null without a site")
        CertificateDetail certificate,

        @Schema(
                description =
                        "The one of the internal authority, for the names that the first does not cover; null without such names")
        CertificateDetail fallback,

        @Schema(description = "Who issues: the host of the ACME directory, or internal", required = true)
        String authority,

        @Schema(description = "Why no ACME server is asked although one is configured or usual; null if that is not so")
        String authorityNote,

        @Schema(description = "The last attempt, if it failed; else null")
        CertificateFailure lastFailure,

        @Schema(
                description = "What name servers say about the tenant's names; empty if they were not asked",
                required = true)
        List<NameFinding> names,

        @Schema(description = "When they were asked; null if never")
        Instant namesCheckedAt,

        @Schema(description = "Serial number that the last renewal found served; null before the first")
        String servedSerial,

        @Schema(description = "When it was found") Instant servedAt,

        @Schema(description = "The last renewal; null before the first")
        RenewalView lastRenewal,

        @Schema(description = "The active renewal; null if there is none. Follow it at /api/runs/{id}")
        UUID runId) {
    TenantCertificateView {
        names = List.copyOf(names);
    }

    static TenantCertificateView of(CertificateStates.State known, RenewalView last, UUID run, Instant now) {
        boolean waits = !known.isOwn() && known.names().stream().anyMatch(name -> !name.pointsHere());
        return new TenantCertificateView(
                known.first() == null
                        ? "none"
                        : CertificateState.of(
                                        known.first().notAfter(),
                                        known.failure() != null && !known.isOwn(),
                                        waits,
                                        run != null,
                                        now)
                                .id(),
                known.isOwn() ? "own" : "automatic",
                known.first(),
                known.fallback(),
                known.authority().orElse("internal"),
                known.why().orElse(null),
                known.failure(),
                known.names(),
                known.namesAt(),
                known.servedSerial(),
                known.servedAt(),
                last,
                run);
    }
}
