package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.acme.AcmeAuthority;
import ai.nominate.tenantmgr.certificate.dns.NameFinding;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Says whether a tenant's certificates are due, and when to ask again. Issues none: what it writes is what it has seen, and when it
 * looks again.
 */
@ApplicationScoped
public class CertificateWatch {
    private static final Duration LATER = Duration.ofHours(1);
    private static final Duration SUGGESTIONS = Duration.ofDays(1);

    private final Issuances issuances;
    private final Authorities authorities;
    private final AcmeIssuance acme;
    private final Clock clock;

    CertificateWatch(Issuances issuances, Authorities authorities, AcmeIssuance acme, Clock clock) {
        this.issuances = issuances;
        this.authorities = authorities;
        this.acme = acme;
        this.clock = clock;
    }

    /**
     * Blocks, for seconds if name servers are asked.
     *
     * @return why a renewal is due; empty if none is, and then the time of the next look is stored
     */
    public Optional<String> due(UUID tenant, List<DomainName> names, Permit permit) {
        IssuanceRow row = Reactive.transaction(() -> IssuanceRow.of(tenant));
        Authorities.Present authority = Reactive.transaction(authorities::present);
        Optional<ServedCertificates> choice = issuances.choice(tenant, names, row.isOwn());
        if (!issuances.withoutInternal(choice, names).isEmpty()) {
            return Optional.of("a certificate of the internal authority is missing or due");
        }
        ServedCertificates served = choice.orElseThrow();
        Instant next = issuances.lookAt(tenant, names, served, authority, row);
        if (authority.acme().isPresent() && !row.isOwn()) {
            List<DomainName> wanted = names.stream().filter(Issuances::isPublic).toList();
            Optional<StoredCertificate> trusted = issuances.trusted(tenant, wanted);
            if (trusted.isEmpty() && !wanted.isEmpty()) {
                Instant held = held(row);
                if (held.isAfter(clock.instant())) {
                    next = held;
                } else {
                    Optional<String> why = leadsHere(tenant, wanted, authority, permit);
                    if (why.isPresent()) {
                        return why;
                    }
                }
            } else if (trusted.isPresent()) {
                next = earlier(next, suggested(trusted.get(), authority.acme().get(), permit));
            }
        }
        Issuances.look(tenant, next, permit);
        return Optional.empty();
    }

    /** The names that lead here, unless a certificate that is not due covers them already. */
    private Optional<String> leadsHere(
            UUID tenant, List<DomainName> wanted, Authorities.Present authority, Permit permit) {
        List<String> here = acme.check(tenant, wanted, authority.addresses(), permit).stream()
                .filter(NameFinding::pointsHere)
                .map(NameFinding::host)
                .toList();
        boolean isNeeded = !here.isEmpty()
                && issuances
                        .trusted(tenant, here.stream().map(DomainName::new).toList())
                        .isEmpty();
        return isNeeded
                ? Optional.of("a certificate of "
                        + authority.acme().orElseThrow().name() + " is missing or due for " + String.join(", ", here))
                : Optional.empty();
    }

    /** The authority may want a certificate renewed earlier than it said, such as before it revokes it: asked once a day. */
    private Instant suggested(StoredCertificate trusted, AcmeAuthority authority, Permit permit) {
        Instant tomorrow = clock.instant().plus(SUGGESTIONS);
        if (!authority.directory().toString().equals(trusted.directory)) {
            return tomorrow;
        }
        acme.suggested(trusted.id, authority, permit)
                .filter(time -> trusted.renewAt == null || time.isBefore(trusted.renewAt))
                .ifPresent(time -> permit.transaction(
                        () -> StoredCertificate.update("renewAt = ?1 where id = ?2", time, trusted.id)));
        return tomorrow;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant held(IssuanceRow row) {
        return Stream.of(row.attemptAt, row.heldUntil)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** Looks again in an hour. */
    public void lookLater(UUID tenant, Permit permit) {
        Issuances.look(tenant, clock.instant().plus(LATER), permit);
    }

    /** Stores which certificate visitors were seen to get. */
    public void served(UUID tenant, String serial, Permit permit) {
        permit.transaction(
                () -> IssuanceRow.change(tenant, "servedSerial = ?2, servedAt = ?3", serial, clock.instant()));
    }
}
