package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.ZoneId;

/** A time zone of the IANA database by name. Offsets such as +02:00 are refused: they know no daylight saving time. */
public record TenantTimeZone(String value) {
    /** @throws InvalidValue if the database has no such name */
    public TenantTimeZone {
        if (value == null || !exists(value)) {
            throw new InvalidValue("must be a time zone of the IANA database, such as Europe/Berlin");
        }
    }

    static boolean exists(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    public ZoneId zone() {
        return ZoneId.of(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
