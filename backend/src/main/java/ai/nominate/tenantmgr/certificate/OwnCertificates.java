package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.SecretBox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.UUID;

/**
 * Certificates that their owners bring. A request keeps one, with its key encrypted; the manager of the tenant's server stores it as
 * files, since only that one may write there.
 */
@ApplicationScoped
public class OwnCertificates {
    private final CertificateRows rows;
    private final SecretBox box;
    private final Clock clock;

    OwnCertificates(CertificateRows rows, SecretBox box, Clock clock) {
        this.rows = rows;
        this.box = box;
        this.clock = clock;
    }

    /** Whether the tenant's certificate is one that was uploaded. In the caller's session. */
    public Uni<Boolean> isOwn(UUID tenant) {
        return IssuanceRow.of(tenant).map(IssuanceRow::isOwn);
    }

    /** Keeps an upload, in place of an earlier one that was not stored yet. In the caller's transaction. */
    public Uni<Void> keep(UUID tenant, CertificateUpload upload) {
        UploadRow row = new UploadRow();
        row.tenantId = tenant;
        row.chain = upload.chainPem();
        row.secret = box.encrypt(new Secret(upload.keyPem()), UploadRow.place(tenant));
        row.uploadedAt = clock.instant();
        return UploadRow.delete("tenantId = ?1", tenant)
                .flatMap(done -> IssuanceRow.change(tenant, "mode = ?2", IssuanceRow.OWN))
                .flatMap(done -> row.persist())
                .replaceWithVoid();
    }

    /** Goes back to certificates that are issued. In the caller's transaction. */
    public Uni<Void> giveBack(UUID tenant) {
        return UploadRow.delete("tenantId = ?1", tenant)
                .flatMap(done -> IssuanceRow.change(tenant, "mode = ?2", IssuanceRow.AUTOMATIC))
                .replaceWithVoid();
    }

    /** Stores an upload as files. Blocks. @return whether there was one */
    public boolean store(UUID tenant, Permit permit) {
        UploadRow row = Reactive.transaction(() -> UploadRow.findById(tenant));
        if (row == null) {
            return false;
        }
        permit.check();
        try {
            IssuedCertificate issued =
                    rows.save(Pem.key(box.decrypt(row.secret, row.place()).reveal()), Pem.chain(row.chain));
            permit.transaction(() -> rows.persist(issued, tenant, Origin.OWN, null, null)
                    .flatMap(done -> UploadRow.delete("tenantId = ?1 and uploadedAt = ?2", tenant, row.uploadedAt)));
            return true;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an uploaded certificate could not be read", e);
        }
    }
}
