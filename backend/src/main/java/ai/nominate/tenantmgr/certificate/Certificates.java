package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which certificate a tenant has, and where a new one comes from. */
@ApplicationScoped
public class Certificates {
    private final InternalAuthority authority;
    private final Clock clock;

    Certificates(InternalAuthority authority, Clock clock) {
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
     * A certificate that is valid for every name of the tenant: the present one while it covers them and is not in the last third
     * of its life, else a new one. Blocks.
     */
    public Ensured ensure(TenantSnapshot tenant, Permit permit) {
        return ensure(tenant.id(), tenant.hosts(), permit);
    }

    /** The same for names some of which the tenant is about to get. */
    public Ensured ensure(UUID tenant, List<DomainName> names, Permit permit) {
        Optional<IssuedCertificate> present = present(tenant, names);
        if (present.isPresent()) {
            return new Ensured(present.get(), false);
        }
        permit.check();
        IssuedCertificate issued = authority.issue(names);
        permit.transaction(() -> row(issued, tenant).persist());
        return new Ensured(issued, true);
    }

    /** The present certificate if it is valid for all of these names for long enough; issues none. Blocks. */
    public Optional<IssuedCertificate> present(UUID tenant, List<DomainName> names) {
        StoredCertificate stored = Reactive.transaction(() -> newest(tenant));
        return Optional.ofNullable(stored)
                .flatMap(row -> authority.read(row.id))
                .filter(issued -> issued.covers(names, lateInLife(issued)));
    }

    /** Removes every certificate of a tenant, keys and rows. Blocks. @return how many */
    public int remove(UUID tenant, Permit permit) {
        return remove(Reactive.transaction(() -> StoredCertificate.list("tenantId = ?1", tenant)), permit);
    }

    /** The newest certificate that was issued for a tenant before this moment; empty when there was none. Blocks. */
    public Optional<String> before(UUID tenant, Instant moment) {
        StoredCertificate stored = Reactive.transaction(() -> StoredCertificate.<StoredCertificate>find(
                        "tenantId = ?1 and createdAt < ?2 order by createdAt desc", tenant, moment)
                .firstResult());
        return Optional.ofNullable(stored).map(row -> row.id);
    }

    /** Removes what was issued for a tenant at or after this moment. Blocks. */
    public void removeSince(UUID tenant, Instant moment, Permit permit) {
        remove(
                Reactive.transaction(() -> StoredCertificate.list("tenantId = ?1 and createdAt >= ?2", tenant, moment)),
                permit);
    }

    private int remove(List<StoredCertificate> rows, Permit permit) {
        permit.check();
        rows.forEach(row -> authority.remove(row.id));
        permit.transaction(() -> StoredCertificate.delete(
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
    private Instant lateInLife(IssuedCertificate issued) {
        Duration life = Duration.between(issued.notBefore(), issued.notAfter());
        return clock.instant().plus(life.dividedBy(3));
    }

    private static Uni<StoredCertificate> newest(UUID tenant) {
        return StoredCertificate.<StoredCertificate>find("tenantId = ?1 order by createdAt desc", tenant)
                .firstResult();
    }

    private StoredCertificate row(IssuedCertificate issued, UUID tenant) {
        StoredCertificate row = new StoredCertificate();
        row.id = issued.id();
        row.serverId = 1;
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
