package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.DirectoryBundle;
import ai.nominate.tenantmgr.job.Reactive;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a bundle before it counts: signature, hashes, and every part decrypted to its end. */
@ApplicationScoped
class BundleTrial {
    private static final int COMPARED = 5;

    private final BackupKeyFile keys;

    BundleTrial(BackupKeyFile keys) {
        this.keys = keys;
    }

    /** @return what was found, for people */
    String read(Work work) throws IOException {
        DirectoryBundle bundle = new DirectoryBundle(work.directory(), Optional.of(work.id()));
        BundleManifest manifest = BundleReader.of(keys.keys()).read(bundle);
        List<Long> before = Reactive.await(() -> Panache.withSession(() -> BackupRow.<BackupRow>find(
                        "tenantId = ?1 and state = 'complete' order by createdAt desc",
                        work.tenant().id())
                .range(0, COMPARED - 1)
                .list()
                .map(rows -> rows.stream().map(row -> row.bytes).sorted().toList())));
        long bytes = manifest.cipherBytes();
        if (!before.isEmpty() && bytes < before.get(before.size() / 2) / 2) {
            work.log()
                    .accept("The backup has less than half of the size that the last " + before.size()
                            + " had: look whether data is missing");
        }
        return manifest.parts().size() + " parts decrypted and read to their ends (" + bytes + " bytes)";
    }
}
