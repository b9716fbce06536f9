package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.acme.AcmeAuthority;
import ai.nominate.tenantmgr.certificate.dns.NameFinding;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is known of the certificates of a tenant, for the API. Runs in the caller's session; asks nobody. */
@ApplicationScoped
public class CertificateStates {
    private static final String SERVED = """
            select c.* from site_certificate s join certificate c on c.id in (s.certificate_id, s.fallback_id)
            where s.tenant_id = :tenant order by c.id <> s.certificate_id""";

    private final Authorities authorities;

    CertificateStates(Authorities authorities) {
        this.authorities = authorities;
    }

    /**
     * What is known of one tenant.
     *
     * @param first the certificate that is served; null if the tenant has no site
     * @param fallback the one for the names that the first does not cover; null if there is none
     * @param authority who issues: the host of an ACME directory, or empty for the internal authority
     * @param why why no ACME server is asked, if that is not as configured
     * @param failure null unless the last attempt failed
     * @param namesAt null if name servers were not asked yet
     * @param servedSerial null if no renewal has looked yet
     */
    public record State(
            CertificateDetail first,
            CertificateDetail fallback,
            boolean isOwn,
            Optional<String> authority,
            Optional<String> why,
            CertificateFailure failure,
            List<NameFinding> names,
            Instant namesAt,
            String servedSerial,
            Instant servedAt) {}

    public Uni<State> of(UUID tenant) {
        return authorities
                .present()
                .flatMap(authority -> IssuanceRow.of(tenant)
                        .flatMap(row -> Panache.getSession()
                                .flatMap(session -> session.createNativeQuery(SERVED, StoredCertificate.class)
                                        .setParameter("tenant", tenant)
                                        .getResultList())
                                .map(served -> state(authority, row, served))));
    }

    /** Remembers the run by which somebody asked for a new certificate. In the caller's transaction. */
    public Uni<Void> asked(UUID tenant, UUID run) {
        return IssuanceRow.change(tenant, "askedRun = ?2", run).replaceWithVoid();
    }

    private static State state(Authorities.Present authority, IssuanceRow row, List<StoredCertificate> served) {
        return new State(
                served.isEmpty() ? null : CertificateDetail.of(served.getFirst()),
                served.size() < 2 ? null : CertificateDetail.of(served.getLast()),
                row.isOwn(),
                authority.acme().map(AcmeAuthority::name),
                authority.why(),
                row.failure == null || row.attemptAt == null
                        ? null
                        : new CertificateFailure(row.failure, row.failedAt, row.failures, row.attemptAt),
                authority.acme().isPresent() ? findings(row.dns) : List.of(),
                row.dnsAt,
                row.servedSerial,
                row.servedAt);
    }

    /** Findings as a row keeps them. @param json null if nothing was looked up yet */
    public static List<NameFinding> findings(String json) {
        return NameFindings.read(json);
    }
}
