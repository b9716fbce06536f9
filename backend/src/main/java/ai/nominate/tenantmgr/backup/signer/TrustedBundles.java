package ai.nominate.tenantmgr.backup.signer;

import ai.nominate.tenantmgr.backup.BackupKeyFile;
import ai.nominate.tenantmgr.backup.bundle.BackupKeys;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.job.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Reads the bundles of this installation and of those that are trusted. Blocks. */
@ApplicationScoped
public class TrustedBundles {
    private final BackupKeyFile keys;
    private final TrustedSigners signers;

    TrustedBundles(BackupKeyFile keys, TrustedSigners signers) {
        this.keys = keys;
        this.signers = signers;
    }

    /** With the list as it is now. */
    public BundleReader reader() {
        BackupKeys own = keys.keys();
        Set<String> trusted = trusted();
        return BundleReader.of(own, signer -> signer.equals(own.signer()) || trusted.contains(signer));
    }

    boolean isTrusted(String signer) {
        return signer.equals(keys.keys().signer()) || trusted().contains(signer);
    }

    private Set<String> trusted() {
        return Reactive.await(() -> Panache.withSession(signers::keys));
    }
}
