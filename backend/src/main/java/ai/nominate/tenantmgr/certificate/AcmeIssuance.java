package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.acme.AcmeAuthority;
import ai.nominate.tenantmgr.certificate.acme.AcmeClient;
import ai.nominate.tenantmgr.certificate.acme.AcmeRefused;
import ai.nominate.tenantmgr.certificate.acme.Obtained;
import ai.nominate.tenantmgr.certificate.dns.NameCheck;
import ai.nominate.tenantmgr.certificate.dns.NameFinding;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gets a tenant's certificate from the ACME server: for those names alone that lead here, not more often than after failures is
 * sensible, and in practice first where that was configured. What fails is written down, and changes no certificate.
 */
@ApplicationScoped
class AcmeIssuance {
    private static final String SUCCESS =
            "failures = 0, failure = null, failedAt = null, attemptAt = null, heldUntil = null, " + StoredOrder.NONE;
    private static final String FAILURE =
            "failures = failures + 1, failure = ?2, failedAt = ?3, attemptAt = ?4, heldUntil = ?5";

    private final SecureRandom random = new SecureRandom();
    private final AcmeClient client;
    private final NameCheck check;
    private final CertificateRows rows;
    private final Clock clock;

    AcmeIssuance(AcmeClient client, NameCheck check, CertificateRows rows, Clock clock) {
        this.client = client;
        this.check = check;
        this.rows = rows;
        this.clock = clock;
    }

    /** What came of an attempt. */
    sealed interface Attempt {
        record Issued(IssuedCertificate certificate) implements Attempt {}

        /** Nothing was asked of the authority: the sentence says why not. */
        record Waits(String why) implements Attempt {}

        record Refused(String why) implements Attempt {}
    }

    /** Asks the name servers, and keeps what they say. */
    List<NameFinding> check(UUID tenant, List<DomainName> names, Set<String> addresses, Permit permit) {
        List<NameFinding> findings = check.check(names, addresses);
        String json = NameFindings.json(findings);
        permit.transaction(() -> IssuanceRow.change(tenant, "dns = ?2, dnsAt = ?3", json, clock.instant()));
        return findings;
    }

    /**
     * @param names those that lead here, at least one
     * @param isKnown whether the authority has issued for the tenant before, so that no practice is needed
     * @param insists whether a person wants it now: pauses of our own do not count then, those of the authority do
     */
    Attempt attempt(
            UUID tenant,
            List<DomainName> names,
            AcmeAuthority authority,
            boolean isKnown,
            boolean insists,
            Permit permit) {
        IssuanceRow row = Reactive.transaction(() -> IssuanceRow.of(tenant));
        Instant now = clock.instant();
        if (row.heldUntil != null && row.heldUntil.isAfter(now)) {
            return new Attempt.Waits(authority.name() + " asks to wait until " + row.heldUntil);
        }
        if (!insists && row.attemptAt != null && row.attemptAt.isAfter(now)) {
            return new Attempt.Waits(
                    row.failure + " (" + times(row.failures) + "; next attempt at " + row.attemptAt + ")");
        }
        try {
            if (!isKnown && authority.staging().isPresent() && !isStaged(row, names)) {
                practise(tenant, names, authority.staging().get(), authority.contact(), permit);
            }
            return new Attempt.Issued(issue(tenant, names, authority, permit));
        } catch (AcmeRefused e) {
            return refused(tenant, row.failures + 1, e, permit);
        }
    }

    private static String times(int failures) {
        return failures == 1 ? "one failure" : failures + " failures in a row";
    }

    private static boolean isStaged(IssuanceRow row, List<DomainName> names) {
        return row.stagedNames != null
                && Arrays.asList(row.stagedNames)
                        .containsAll(names.stream().map(DomainName::value).toList());
    }

    private void practise(UUID tenant, List<DomainName> names, URI staging, Optional<String> contact, Permit permit)
            throws AcmeRefused {
        StoredOrder order = new StoredOrder(tenant, permit);
        client.obtain(staging, contact, tenant, names, order, permit);
        String[] staged = names.stream().map(DomainName::value).toArray(String[]::new);
        permit.transaction(() -> IssuanceRow.change(tenant, "stagedNames = ?2, " + StoredOrder.NONE, (Object) staged));
        client.done(tenant, order);
    }

    private IssuedCertificate issue(UUID tenant, List<DomainName> names, AcmeAuthority authority, Permit permit)
            throws AcmeRefused {
        StoredOrder order = new StoredOrder(tenant, permit);
        Obtained obtained = client.obtain(authority.directory(), authority.contact(), tenant, names, order, permit);
        permit.check();
        IssuedCertificate issued = rows.save(obtained);
        Instant renewAt = RenewalTime.of(issued.notBefore(), issued.notAfter(), obtained.renewAt(), random);
        permit.transaction(() -> rows.persist(
                        issued, tenant, Origin.ACME, authority.directory().toString(), renewAt)
                .flatMap(done -> IssuanceRow.change(tenant, SUCCESS)));
        client.done(tenant, order);
        return issued;
    }

    private Attempt refused(UUID tenant, int failures, AcmeRefused refusal, Permit permit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant own = now.plus(RenewalTime.pause(failures, random)).truncatedTo(ChronoUnit.SECONDS);
        Instant held = refusal.retryAfter().orElse(null);
        Instant next = held != null && held.isAfter(own) ? held : own;
        permit.transaction(() -> IssuanceRow.change(tenant, FAILURE, refusal.getMessage(), now, next, held));
        return new Attempt.Refused(refusal.getMessage() + "; next attempt at " + next);
    }

    /** Forgets the key of an order that the tenant may have had. */
    void forget(UUID tenant) {
        client.forget(tenant);
    }

    /** @see AcmeClient#renewAt */
    Optional<Instant> suggested(String certificate, AcmeAuthority authority, Permit permit) {
        try {
            return client.renewAt(authority.directory(), authority.contact(), rows.leaf(certificate), permit);
        } catch (AcmeRefused | GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
