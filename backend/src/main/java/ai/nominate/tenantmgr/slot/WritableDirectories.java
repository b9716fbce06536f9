package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.manifest.Manifest;
import java.util.List;

class WritableDirectories {
    static List<String> of(Manifest manifest) {
        return manifest.writable();
    }
}
