package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which certificate a tenant has, and where a new one comes from. */
@ApplicationScoped
public class Certificates {
    private final InternalAuthority authority;
    private final OwnServer server;
    private final Clock clock;

    Certificates(InternalAuthority authority, OwnServer server, Clock clock) {
        this.server = server;
        this.authority = authority;
        this.clock = clock;
    }

    /** The newest one, as people see it; null when there is none. In the caller's session. */
    public Uni<CertificateView> current(UUID tenant) {
        return newest(tenant)
                .map(stored ->
                        stored == null ? null : new CertificateView(stored.issuer, stored.serial, stored.notAfter));
    }

    /**
     * A certificate that is good for every name of the tenant: the one that is there while it covers them and is not in the
     * last third of its life, else a new one. Blocks.
     */
    public Ensured ensure(TenantSnapshot tenant) {
        return ensure(tenant.id(), tenant.hosts());
    }

    /** The same for names that may not all be the tenant's yet. */
    public Ensured ensure(UUID tenant, List<DomainName> names) {
        StoredCertificate stored = Reactive.transaction(() -> newest(tenant));
        Optional<IssuedCertificate> there = Optional.ofNullable(stored)
                .flatMap(row -> authority.read(row.id))
                .filter(issued -> issued.covers(names, lateInLife(issued)));
        if (there.isPresent()) {
            return new Ensured(there.get(), false);
        }
        IssuedCertificate issued = authority.issue(names);
        Reactive.transaction(() -> row(issued, tenant).persist());
        return new Ensured(issued, true);
    }

    /** Removes every certificate of a tenant, keys and rows; says how many. Blocks. */
    public int remove(UUID tenant) {
        return remove(Reactive.transaction(() -> StoredCertificate.list("tenantId = ?1", tenant)));
    }

    /** Removes what was issued for a tenant after this one, so that this is its newest again. Blocks. */
    public void backTo(UUID tenant, String id) {
        remove(Reactive.transaction(() -> StoredCertificate.list(
                "tenantId = ?1 and createdAt > (select c.createdAt from StoredCertificate c where c.id = ?2)",
                tenant,
                id)));
    }

    private int remove(List<StoredCertificate> rows) {
        rows.forEach(row -> authority.remove(row.id));
        Reactive.transaction(() -> StoredCertificate.delete(
                "id in ?1", rows.stream().map(row -> row.id).toList()));
        return rows.size();
    }

    /** What is wrong with the files of the tenant's certificate; empty when they are what the row says, or there is none. */
    List<String> faults(TenantSnapshot tenant) {
        StoredCertificate row = Reactive.transaction(() -> newest(tenant.id()));
        if (row == null) {
            return List.of();
        }
        Optional<IssuedCertificate> files = authority.read(row.id);
        if (files.isEmpty()) {
            return List.of("the files of certificate " + row.id + " are missing, or its key is another's");
        }
        if (!files.get().serialHex().equals(row.serial)) {
            return List.of("the files of certificate " + row.id + " hold another certificate than was issued");
        }
        return files.get().covers(tenant.hosts(), clock.instant())
                ? List.of()
                : List.of("certificate " + row.id + " is not good for all of the tenant's names today");
    }

    /** @param fresh whether it was issued just now */
    public record Ensured(IssuedCertificate certificate, boolean fresh) {}

    /** The moment at which it must still be good: a third of its life from now. */
    private java.time.Instant lateInLife(IssuedCertificate issued) {
        java.time.Duration life = java.time.Duration.between(issued.notBefore(), issued.notAfter());
        return clock.instant().plus(life.dividedBy(3));
    }

    private static Uni<StoredCertificate> newest(UUID tenant) {
        return StoredCertificate.<StoredCertificate>find("tenantId = ?1 order by createdAt desc", tenant)
                .firstResult();
    }

    private StoredCertificate row(IssuedCertificate issued, UUID tenant) {
        StoredCertificate row = new StoredCertificate();
        row.id = issued.id();
        row.serverId = server.id();
        row.tenantId = tenant;
        row.issuer = issued.issuer();
        row.serial = issued.serialHex();
        List<String> names = issued.names().stream().map(DomainName::value).toList();
        row.names = names.toArray(String[]::new);
        row.notBefore = issued.notBefore();
        row.notAfter = issued.notAfter();
        row.createdAt = clock.instant();
        return row;
    }
}
