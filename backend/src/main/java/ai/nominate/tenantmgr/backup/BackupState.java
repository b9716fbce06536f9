package ai.nominate.tenantmgr.backup;

import java.util.Locale;

/** Only a complete backup counts. */
public enum BackupState {
    RUNNING,
    COMPLETE,
    FAILED,
    /** Its files are gone; its row tells that it was there. */
    DELETED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
