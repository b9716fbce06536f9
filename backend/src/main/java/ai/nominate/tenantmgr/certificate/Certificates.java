package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The certificates of tenants, and their issuance. */
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

    /** The newest certificate, for the API; null if there is none. Runs in the caller's session. */
    public Uni<CertificateView> current(UUID tenant) {
        return newest(tenant)
                .map(stored ->
                        stored == null ? null : new CertificateView(stored.issuer, stored.serial, stored.notAfter));
    }

    /**
     * Returns a certificate valid for all names of the tenant: the existing one if it covers them and is not in the
     * last third of its lifetime, else a new one. Blocks.
     */
    public Ensured ensure(TenantSnapshot tenant, Permit permit) {
        return ensure(tenant.id(), tenant.hosts(), permit);
    }

    /** Same, for names that may not all belong to the tenant yet. */
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

    /** The existing certificate if it is valid for all of these names for long enough; issues none. Blocks. */
    public Optional<IssuedCertificate> present(UUID tenant, List<DomainName> names) {
        StoredCertificate stored = Reactive.transaction(() -> newest(tenant));
        return Optional.ofNullable(stored)
                .flatMap(row -> authority.read(row.id))
                .filter(issued -> issued.covers(names, renewalTime(issued)));
    }

    /** Removes all certificates of a tenant, files and rows. Blocks. @return their number */
    public int remove(UUID tenant, Permit permit) {
        return remove(Reactive.transaction(() -> StoredCertificate.list("tenantId = ?1", tenant)), permit);
    }

    /** The newest certificate issued for a tenant before this time; empty if there was none. Blocks. */
    public Optional<String> before(UUID tenant, Instant moment) {
        StoredCertificate stored = Reactive.transaction(() -> StoredCertificate.<StoredCertificate>find(
                        "tenantId = ?1 and createdAt < ?2 order by createdAt desc", tenant, moment)
                .firstResult());
        return Optional.ofNullable(stored).map(row -> row.id);
    }

    /** Removes the certificates issued for a tenant at or after this time. Blocks. */
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

    /** The faults of the tenant's certificate files; empty if they match the row, or there is no certificate. */
    List<String> verify(TenantSnapshot tenant) {
        StoredCertificate row = Reactive.transaction(() -> newest(tenant.id()));
        if (row == null) {
            return List.of();
        }
        Optional<IssuedCertificate> files = authority.read(row.id);
        if (files.isEmpty()) {
            return List.of("the files of certificate " + row.id + " are missing, or the key does not match");
        }
        if (!files.get().serialHex().equals(row.serial)) {
            return List.of(
                    "the files of certificate " + row.id + " contain a different certificate than the one issued");
        }
        return files.get().covers(tenant.hosts(), clock.instant())
                ? List.of()
                : List.of("certificate " + row.id + " is not valid today for all names of the tenant");
    }

    /** @param fresh whether it was newly issued */
    public record Ensured(IssuedCertificate certificate, boolean isNew) {}

    /** The time at which it must still be valid: now plus a third of its lifetime. */
    private Instant renewalTime(IssuedCertificate issued) {
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
