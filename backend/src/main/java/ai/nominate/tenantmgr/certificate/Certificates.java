package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The certificates of tenants, and their issuance. One at a time for each tenant: a deployment and a renewal beside it never place
 * two orders.
 */
@ApplicationScoped
public class Certificates {
    private static final String SERVED = """
            select c.* from certificate c left join site_certificate s on s.certificate_id = c.id
            where c.tenant_id = :tenant order by s.tenant_id is null, c.created_at desc limit 1""";

    private final Issuances issuances;
    private final Authorities authorities;
    private final AcmeIssuance acme;
    private final CertificateRows rows;
    private final Clock clock;
    private final ConcurrentHashMap<UUID, ReentrantLock> turns = new ConcurrentHashMap<>();

    Certificates(Issuances issuances, Authorities authorities, AcmeIssuance acme, CertificateRows rows, Clock clock) {
        this.issuances = issuances;
        this.authorities = authorities;
        this.acme = acme;
        this.rows = rows;
        this.clock = clock;
    }

    /** The served certificate, else the newest one, for the API; null if there is none. Runs in the caller's session. */
    public Uni<CertificateView> current(UUID tenant) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(SERVED, StoredCertificate.class)
                        .setParameter("tenant", tenant)
                        .getSingleResultOrNull())
                .map(row -> row == null ? null : new CertificateView(row.issuer, row.serial, row.notAfter));
    }

    /**
     * Returns certificates valid for all names of the tenant: the existing ones if they are not due, else new ones. Names that lead
     * here get one of the ACME server if there is one, all others one of the internal authority. The refusal of an ACME server is a
     * warning, not a failure. Blocks, for minutes if an ACME server is asked.
     */
    public Ensured ensure(TenantSnapshot tenant, Permit permit) {
        return ensure(tenant.id(), tenant.hosts(), Wish.DUE, permit);
    }

    /** Same, for names that may not all belong to the tenant yet. */
    public Ensured ensure(UUID tenant, List<DomainName> names, Permit permit) {
        return ensure(tenant, names, Wish.DUE, permit);
    }

    /** Whether certificates come from an ACME server, which counts them and needs its time. Blocks. */
    public boolean asksOthers() {
        return Reactive.transaction(authorities::present).acme().isPresent();
    }

    /** Whether a run is to bring a new certificate in any case, and has not brought it yet. Blocks. */
    public boolean isAsked(UUID tenant, UUID run, Instant since) {
        return run.equals(Reactive.transaction(() -> IssuanceRow.of(tenant)).askedRun)
                && Reactive.transaction(
                                () -> StoredCertificate.count("tenantId = ?1 and createdAt >= ?2", tenant, since))
                        == 0;
    }

    /** What is wanted of an issuance. */
    public enum Wish {
        /** A new certificate where the present one is missing or due. */
        DUE,
        /** A new certificate in any case. */
        NEW
    }

    /** @see #ensure(TenantSnapshot, Permit) */
    public Ensured ensure(UUID tenant, List<DomainName> names, Wish wish, Permit permit) {
        ReentrantLock turn = turns.computeIfAbsent(tenant, id -> new ReentrantLock());
        turn.lock();
        try {
            permit.check();
            return issuances.issue(tenant, names, wish, permit);
        } finally {
            turn.unlock();
        }
    }

    /** The certificates that a site with these names is to be served with; empty unless they cover all. Issues none. Blocks. */
    public Optional<ServedCertificates> present(UUID tenant, Collection<DomainName> names) {
        boolean own = Reactive.transaction(() -> IssuanceRow.of(tenant)).isOwn();
        return issuances.choice(tenant, List.copyOf(names), own).filter(served -> served.coverAll(names));
    }

    /** The PEM file with the chain of a certificate. */
    public Path chain(IssuedCertificate issued) {
        return rows.chain(issued.id());
    }

    /** Those that the tenant had before this time; empty if it had none. Blocks. */
    public Optional<ServedCertificates> before(UUID tenant, List<DomainName> names, Instant moment) {
        boolean own = Reactive.transaction(() -> IssuanceRow.of(tenant)).isOwn();
        return CertificateChoice.of(rows.before(tenant, moment), Set.copyOf(names), own, clock.instant());
    }

    /** Removes all certificates of a tenant, files and rows. Blocks. @return their number */
    public int remove(UUID tenant, Permit permit) {
        acme.forget(tenant);
        return rows.remove(Reactive.transaction(() -> StoredCertificate.list("tenantId = ?1", tenant)), permit);
    }

    /** Removes the certificates issued for a tenant at or after this time. Blocks. */
    public void removeSince(UUID tenant, Instant moment, Permit permit) {
        rows.remove(
                Reactive.transaction(() -> StoredCertificate.list("tenantId = ?1 and createdAt >= ?2", tenant, moment)),
                permit);
    }

    /** The faults of the tenant's certificate files; empty if they match the rows, or there is no certificate. */
    List<String> verify(TenantSnapshot tenant) {
        List<StoredCertificate> stored = Reactive.transaction(() -> CertificateRows.newest(tenant.id()));
        if (stored.isEmpty()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        for (StoredCertificate row : stored) {
            Optional<IssuedCertificate> files = rows.read(row.id);
            if (files.isEmpty()) {
                faults.add("the files of certificate " + row.id + " are missing, or the key does not match");
            } else if (!files.get().serialHex().equals(row.serial)) {
                faults.add(
                        "the files of certificate " + row.id + " contain a different certificate than the one issued");
            }
        }
        if (faults.isEmpty() && present(tenant.id(), tenant.hosts()).isEmpty()) {
            faults.add("no certificate is valid today for all names of the tenant");
        }
        return faults;
    }

    /**
     * The certificates of a tenant after an issuance.
     *
     * @param isNew whether at least one was newly issued
     * @param warnings sentences about names and failures, for the log of the run
     * @param refused why no certificate came of an attempt; empty if none was made, or it succeeded
     */
    public record Ensured(ServedCertificates served, boolean isNew, List<String> warnings, Optional<String> refused) {
        public Ensured {
            warnings = List.copyOf(warnings);
        }

        /** For people: who issued for which names, and until when. */
        public String sentence() {
            String first = sentence(served.first());
            return served.fallback()
                    .map(other -> first + "; " + sentence(other))
                    .orElse(first);
        }

        private static String sentence(IssuedCertificate issued) {
            return "certificate by " + issued.issuer() + " for "
                    + String.join(", ", issued.subjects())
                    + ", valid until " + issued.notAfter();
        }
    }
}
