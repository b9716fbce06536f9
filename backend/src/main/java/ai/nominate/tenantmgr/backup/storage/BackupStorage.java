package ai.nominate.tenantmgr.backup.storage;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.StoredBundle;
import ai.nominate.tenantmgr.job.Permit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** A place for bundles. Blocks. */
public interface BackupStorage {
    /** As rows have it: {@code local} or {@code s3}. */
    String id();

    /**
     * Keeps a complete bundle. Once this returns, what was kept has been read back. May be repeated.
     *
     * @param bundle a directory, which is gone afterwards
     * @param place of the bundle, relative
     */
    void keep(Path bundle, BundleManifest manifest, String place, Permit permit) throws IOException;

    StoredBundle open(String place, UUID backup);

    /** Removes a bundle, its signature first, so that what is left by a crash is no backup. May be repeated. */
    void remove(String place, Permit permit) throws IOException;
}
