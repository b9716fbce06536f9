package ai.nominate.tenantmgr.backup;

import java.util.Locale;

/** Why a backup was taken. */
public enum BackupReason {
    SCHEDULED,
    MANUAL,
    BEFORE_MIGRATION,
    BEFORE_DELETE,
    BEFORE_RESTORE;

    /** As rows, manifests and the API have it: {@code before-migration}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
