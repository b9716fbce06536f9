package ai.nominate.tenantmgr.backup.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * The times of a schedule: one on each of its days. A time that the clock skips in spring is taken as long after the hour; one that it
 * shows twice in autumn is taken once, the first time.
 *
 * @param days of the week, from 1 for Monday; all of them if empty
 */
public record DailyTimes(LocalTime at, Set<Integer> days, ZoneId zone) {
    public DailyTimes {
        days = Set.copyOf(days);
    }

    /** The first time after an instant. */
    public Instant next(Instant after) {
        LocalDate day = after.atZone(zone).toLocalDate().minusDays(1);
        while (true) {
            Instant time = day.atTime(at).atZone(zone).toInstant();
            if (time.isAfter(after)
                    && (days.isEmpty() || days.contains(day.getDayOfWeek().getValue()))) {
                return time;
            }
            day = day.plusDays(1);
        }
    }

    /** The last time up to an instant that is not before another one; that other one if there is none between them. */
    public Instant last(Instant first, Instant until) {
        Instant last = first;
        for (Instant next = next(last); !next.isAfter(until); next = next(last)) {
            last = next;
        }
        return last;
    }
}
