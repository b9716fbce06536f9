package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.CertificateChoice.Candidate;
import ai.nominate.tenantmgr.certificate.acme.Obtained;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The certificates of tenants as rows, each with its files. A row without whole files counts for nothing. */
@ApplicationScoped
class CertificateRows {
    /** Of each tenant. More are kept only until the next clean-up. */
    private static final int READ = 12;

    private final CertificateFiles files;
    private final OwnServer server;
    private final Clock clock;

    CertificateRows(Home home, OwnServer server, Clock clock) {
        this.files = new CertificateFiles(home);
        this.server = server;
        this.clock = clock;
    }

    /** Those with whole files, newest first. Blocks. */
    List<Candidate> of(UUID tenant) {
        return candidates(Reactive.transaction(() -> newest(tenant)));
    }

    /** Those that existed at a time, newest first. Blocks. */
    List<Candidate> before(UUID tenant, Instant moment) {
        return candidates(Reactive.transaction(() -> StoredCertificate.<StoredCertificate>find(
                        "tenantId = ?1 and createdAt < ?2 order by createdAt desc", tenant, moment)
                .page(0, READ)
                .list()));
    }

    static Uni<List<StoredCertificate>> newest(UUID tenant) {
        return StoredCertificate.<StoredCertificate>find("tenantId = ?1 order by createdAt desc", tenant)
                .page(0, READ)
                .list();
    }

    private List<Candidate> candidates(List<StoredCertificate> rows) {
        return rows.stream()
                .flatMap(row -> files.read(row.id).stream().map(issued -> new Candidate(issued, Origin.of(row.origin))))
                .toList();
    }

    IssuedCertificate save(Obtained obtained) {
        return save(obtained.keys().getPrivate(), obtained.chain());
    }

    IssuedCertificate save(PrivateKey key, List<X509Certificate> chain) {
        try {
            return files.save(key, chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an issued certificate could not be stored", e);
        }
    }

    Optional<IssuedCertificate> read(String id) {
        return files.read(id);
    }

    Path chain(String id) {
        return files.chain(id);
    }

    X509Certificate leaf(String id) throws GeneralSecurityException {
        return files.leaf(id);
    }

    /** In the caller's transaction. @param directory null unless an ACME server issued it. @param renewAt null if nobody renews it */
    Uni<Void> persist(IssuedCertificate issued, UUID tenant, Origin origin, String directory, Instant renewAt) {
        StoredCertificate row = new StoredCertificate();
        row.id = issued.id();
        row.serverId = server.id();
        row.tenantId = tenant;
        row.issuer = issued.issuer();
        row.serial = issued.serialHex();
        row.names = issued.subjects().toArray(String[]::new);
        row.notBefore = issued.notBefore();
        row.notAfter = issued.notAfter();
        row.createdAt = clock.instant();
        row.origin = origin.id();
        row.directory = directory;
        row.renewAt = renewAt;
        return row.persist().replaceWithVoid();
    }

    /** Removes rows and files, the files first. Blocks. @return their number */
    int remove(List<StoredCertificate> rows, Permit permit) {
        permit.check();
        rows.forEach(row -> files.remove(row.id));
        permit.transaction(() -> StoredCertificate.delete(
                "id in ?1", rows.stream().map(row -> row.id).toList()));
        return rows.size();
    }
}
