package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Removes what NGINX cannot be asked for any more: certificates that another one has replaced, and files without a row, which a
 * crash leaves.
 */
@ApplicationScoped
public class OldCertificates {
    /** A run that has changed a certificate may still put the one before back. */
    private static final Duration SETTLED = Duration.ofDays(1);

    /** A run of the tenant may be about to choose one of them. */
    private static final String REPLACED = """
            select c.* from certificate c join site_certificate s on s.tenant_id = c.tenant_id
            join certificate served on served.id = s.certificate_id
            where c.server_id = :server and c.created_at < served.created_at and served.created_at < :settled
                and c.id is distinct from s.fallback_id
                and not exists (select 1 from run r where r.subject_id = c.tenant_id and r.status in ('queued', 'running'))""";

    private final CertificateRows rows;
    private final CertificateFiles files;
    private final OwnServer server;
    private final Clock clock;

    OldCertificates(CertificateRows rows, Home home, OwnServer server, Clock clock) {
        this.rows = rows;
        this.files = new CertificateFiles(home);
        this.server = server;
        this.clock = clock;
    }

    /**
     * Blocks.
     *
     * @param named ids in the kept generations of NGINX, which stay
     * @return how many were removed
     */
    public int remove(Set<String> named, Permit permit) {
        Instant settled = clock.instant().minus(SETTLED);
        List<StoredCertificate> replaced = replaced(settled).stream()
                .filter(row -> !named.contains(row.id))
                .toList();
        List<String> lost = files.older(settled);
        lost.removeAll(named);
        lost.removeAll(known());
        permit.check();
        lost.forEach(files::remove);
        return lost.size() + (replaced.isEmpty() ? 0 : rows.remove(replaced, permit));
    }

    private List<StoredCertificate> replaced(Instant settled) {
        return Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createNativeQuery(REPLACED, StoredCertificate.class)
                        .setParameter("server", server.id())
                        .setParameter("settled", settled)
                        .getResultList()));
    }

    /** Of all servers, in one question: nearly every directory is older than a day. */
    private static Set<String> known() {
        return Set.copyOf(Reactive.transaction(() -> Panache.getSession()
                .flatMap(session -> session.createQuery("select c.id from StoredCertificate c", String.class)
                        .getResultList())));
    }
}
