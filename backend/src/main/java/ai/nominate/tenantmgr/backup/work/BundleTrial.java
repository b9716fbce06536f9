package ai.nominate.tenantmgr.backup.work;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleReader;
import ai.nominate.tenantmgr.backup.bundle.DirectoryBundle;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a bundle before it counts: signature, hashes, and every part decrypted to its end. */
@ApplicationScoped
public class BundleTrial {

    BundleTrial() {
    }

    /**
     * @param before sizes of earlier backups, ascending
     * @return what was found, for people
     */
    public String read(Work work, List<Long> before) throws IOException {
        DirectoryBundle bundle = new DirectoryBundle(work.directory(), Optional.of(work.id()));
        BundleManifest manifest = BundleReader.of(work.keys()).read(bundle);
        long bytes = manifest.cipherBytes();
        if (!before.isEmpty() && bytes < before.get(before.size() / 2) / 2) {
            work.log()
                    .accept("The backup has less than half of the size that the last " + before.size()
                            + " had: look whether data is missing");
        }
        return manifest.parts().size() + " parts decrypted and read to their ends (" + bytes + " bytes)";
    }
}
