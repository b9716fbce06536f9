package ai.nominate.tenantmgr.tenant;

import java.util.Locale;

/** Status of a slot. */
public enum SlotStatus {
    EMPTY,
    PREPARING,
    RUNNING,
    STOPPED,
    FAILED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SlotStatus of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
