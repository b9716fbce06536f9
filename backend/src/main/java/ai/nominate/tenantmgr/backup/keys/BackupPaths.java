package ai.nominate.tenantmgr.backup.keys;

import ai.nominate.tenantmgr.web.PrivatePaths;
import jakarta.inject.Singleton;
import java.util.List;

/** The recovery key is answered and kept nowhere. */
@Singleton
class BackupPaths implements PrivatePaths {
    @Override
    public List<String> notCached() {
        return List.of("/api/backups/keys");
    }

    @Override
    public List<String> notStored() {
        return List.of("/api/backups/keys/recovery");
    }
}
