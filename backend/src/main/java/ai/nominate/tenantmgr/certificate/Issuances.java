package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.AcmeIssuance.Attempt;
import ai.nominate.tenantmgr.certificate.Certificates.Ensured;
import ai.nominate.tenantmgr.certificate.Certificates.Wish;
import ai.nominate.tenantmgr.certificate.acme.AcmeAuthority;
import ai.nominate.tenantmgr.certificate.dns.NameFinding;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides what a tenant's names lack, and gets it: of the ACME server for those that lead here, else of the internal authority. */
@ApplicationScoped
class Issuances {
    private static final String LOCAL = ".localhost";
    /** Between two looks at the least. */
    private static final Duration WATCH = Duration.ofMinutes(10);

    private final InternalAuthority internal;
    private final Authorities authorities;
    private final AcmeIssuance acme;
    private final CertificateRows rows;
    private final Clock clock;

    Issuances(
            InternalAuthority internal, Authorities authorities, AcmeIssuance acme, CertificateRows rows, Clock clock) {
        this.internal = internal;
        this.authorities = authorities;
        this.acme = acme;
        this.rows = rows;
        this.clock = clock;
    }

    Ensured issue(UUID tenant, List<DomainName> names, Wish wish, Permit permit) {
        Authorities.Present authority = Reactive.transaction(authorities::present);
        IssuanceRow row = Reactive.transaction(() -> IssuanceRow.of(tenant));
        List<String> warnings = new ArrayList<>();
        Optional<String> refused = Optional.empty();
        boolean isNew = false;
        if (authority.acme().isPresent() && !row.isOwn()) {
            AskedAcme asked = askAcme(tenant, names, wish, authority.acme().get(), authority.addresses(), permit);
            warnings.addAll(asked.warnings());
            refused = asked.refused();
            isNew = asked.isNew();
        }
        Optional<ServedCertificates> choice = choice(tenant, names, row.isOwn());
        List<DomainName> without = withoutInternal(choice, names);
        if (!without.isEmpty()
                || wish == Wish.NEW
                        && !isNew
                        && refused.isEmpty()
                        && choice.filter(Issuances::isInternal).isPresent()) {
            List<DomainName> wanted = without.isEmpty() ? names : without;
            permit.check();
            IssuedCertificate issued = internal.issue(wanted);
            permit.transaction(() -> rows.persist(issued, tenant, Origin.INTERNAL, null, twoThirds(issued)));
            choice = choice(tenant, names, row.isOwn());
            isNew = true;
        }
        ServedCertificates served =
                choice.orElseThrow(() -> new IllegalStateException("the new certificate could not be read"));
        look(tenant, lookAt(tenant, names, served, authority, row), permit);
        return new Ensured(served, isNew, warnings, refused);
    }

    private record AskedAcme(boolean isNew, List<String> warnings, Optional<String> refused) {}

    private AskedAcme askAcme(
            UUID tenant,
            List<DomainName> names,
            Wish wish,
            AcmeAuthority authority,
            Set<String> addresses,
            Permit permit) {
        List<DomainName> wanted = names.stream().filter(Issuances::isPublic).toList();
        Optional<StoredCertificate> present = trusted(tenant, wanted);
        if (wanted.isEmpty() || wish != Wish.NEW && present.isPresent()) {
            return new AskedAcme(false, List.of(), Optional.empty());
        }
        List<NameFinding> findings = acme.check(tenant, wanted, addresses, permit);
        List<String> warnings = new ArrayList<>(findings.stream()
                .filter(finding -> !finding.pointsHere())
                .map(NameFinding::detail)
                .toList());
        List<DomainName> here = findings.stream()
                .filter(NameFinding::pointsHere)
                .map(finding -> new DomainName(finding.host()))
                .toList();
        if (here.isEmpty() || wish != Wish.NEW && trusted(tenant, here).isPresent()) {
            return new AskedAcme(false, warnings, Optional.empty());
        }
        return switch (acme.attempt(tenant, here, authority, hasAcme(tenant), wish == Wish.NEW, permit)) {
            case Attempt.Issued issued -> new AskedAcme(true, warnings, Optional.empty());
            case Attempt.Waits waits -> {
                warnings.add(waits.why());
                yield new AskedAcme(false, warnings, wish == Wish.DUE ? Optional.empty() : Optional.of(waits.why()));
            }
            case Attempt.Refused refused -> {
                warnings.add(refused.why());
                yield new AskedAcme(false, warnings, Optional.of(refused.why()));
            }
        };
    }

    /** Only a name that cannot be public is left out without a question. */
    static boolean isPublic(DomainName name) {
        return !name.value().endsWith(LOCAL);
    }

    /** The newest certificate of an ACME server that covers these names and is not due. */
    Optional<StoredCertificate> trusted(UUID tenant, List<DomainName> names) {
        Instant now = clock.instant();
        return acmeRows(tenant).stream()
                .filter(row -> row.notAfter.isAfter(now)
                        && (row.renewAt == null || row.renewAt.isAfter(now))
                        && rows.read(row.id)
                                .filter(files -> files.covers(names, now))
                                .isPresent())
                .findFirst();
    }

    private boolean hasAcme(UUID tenant) {
        return !acmeRows(tenant).isEmpty();
    }

    private static List<StoredCertificate> acmeRows(UUID tenant) {
        return Reactive.transaction(() -> CertificateRows.newest(tenant)).stream()
                .filter(row -> row.origin.equals(Origin.ACME.id()))
                .toList();
    }

    /** The names for which a certificate of the internal authority is missing or due. */
    List<DomainName> withoutInternal(Optional<ServedCertificates> choice, List<DomainName> names) {
        if (choice.isEmpty()) {
            return names;
        }
        ServedCertificates served = choice.get();
        if (isInternal(served)) {
            return served.coverAll(names) && !isDue(served.first()) ? List.of() : names;
        }
        List<DomainName> rest = served.uncovered(names);
        return rest.isEmpty()
                        || served.fallback()
                                .filter(internalOne -> !isDue(internalOne))
                                .isPresent()
                ? List.of()
                : rest;
    }

    private static boolean isInternal(ServedCertificates served) {
        return served.origin() == Origin.INTERNAL;
    }

    private boolean isDue(IssuedCertificate issued) {
        return !clock.instant().isBefore(twoThirds(issued));
    }

    private static Instant twoThirds(IssuedCertificate issued) {
        Duration life = Duration.between(issued.notBefore(), issued.notAfter());
        return issued.notBefore().plus(life.multipliedBy(2).dividedBy(3));
    }

    Optional<ServedCertificates> choice(UUID tenant, List<DomainName> names, boolean own) {
        return CertificateChoice.of(rows.of(tenant), Set.copyOf(names), own, clock.instant());
    }

    /** When the certificates are to be looked at again. */
    Instant lookAt(
            UUID tenant,
            List<DomainName> names,
            ServedCertificates served,
            Authorities.Present authority,
            IssuanceRow before) {
        Instant next = Reactive.transaction(() -> CertificateRows.newest(tenant)).stream()
                .filter(row -> row.renewAt != null
                        && (row.id.equals(served.first().id())
                                || served.fallback()
                                        .filter(other -> other.id().equals(row.id))
                                        .isPresent()))
                .map(row -> row.renewAt)
                .min(Instant::compareTo)
                .orElse(clock.instant().plus(Duration.ofDays(1)));
        boolean watches = authority.acme().isPresent()
                && !before.isOwn()
                && (isInternal(served) || served.uncovered(names).stream().anyMatch(Issuances::isPublic));
        Instant soon = clock.instant().plus(WATCH);
        return watches || next.isBefore(soon) ? soon : next;
    }

    static void look(UUID tenant, Instant at, Permit permit) {
        permit.transaction(() -> IssuanceRow.change(tenant, "lookAt = ?2", at));
    }
}
