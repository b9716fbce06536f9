package ai.nominate.tenantmgr.alert.plan;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * A part of each day in which messages wait, in a time zone. It may span midnight; from and to alike is the whole day but for an
 * instant, and is refused where rules are made.
 *
 * @param from inclusive
 * @param to exclusive
 * @param holdsCritical whether critical alerts wait too
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, boolean holdsCritical) {

    /** The first time from this one on that is not quiet. */
    Instant end(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        if (!isQuiet(local.toLocalTime())) {
            return at;
        }
        ZonedDateTime end = local.with(to);
        if (!end.isAfter(local)) {
            end = local.plusDays(1).with(to);
        }
        return end.toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        boolean isAfterFrom = !time.isBefore(from);
        boolean isBeforeTo = time.isBefore(to);
        return from.isBefore(to) ? isAfterFrom && isBeforeTo : isAfterFrom || isBeforeTo;
    }
}
