package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Five fields as in a crontab: minute, hour, day of the month, month, day of the week (0 or 7 is Sunday). A day matches when
 * both day fields do; if neither is {@code *}, one of them is enough, as cron has it.
 */
public final class CronSchedule {
    private static final Pattern ITEM = Pattern.compile("(?:\\*|([0-9]{1,2})(?:-([0-9]{1,2}))?)(?:/([1-9][0-9]?))?");
    private static final List<String> NAMES = List.of("minute", "hour", "day of the month", "month", "day of the week");
    private static final int[] LEAST = {0, 0, 1, 1, 0};
    private static final int[] MOST = {59, 23, 31, 12, 7};
    /** A leap day comes again within eight years. */
    private static final int MOST_DAYS = 366 * 8 + 1;

    private final String text;
    private final BitSet[] fields = new BitSet[NAMES.size()];
    private final boolean anyDayOfMonth;
    private final boolean anyDayOfWeek;

    /** @throws InvalidValue naming the field if the text is not a schedule */
    public CronSchedule(String text) {
        this.text = text;
        String[] parts = text.split(" ", -1);
        if (parts.length != NAMES.size()) {
            throw new InvalidValue(
                    "must be minute, hour, day of the month, month and day of the week, such as 15 3 * * *");
        }
        for (int field = 0; field < parts.length; field++) {
            fields[field] = field(field, parts[field]);
        }
        fields[4].set(0, fields[4].get(0) || fields[4].get(7));
        anyDayOfMonth = parts[2].startsWith("*");
        anyDayOfWeek = parts[4].startsWith("*");
        if (next(ZonedDateTime.parse("2024-01-01T00:00:00Z")).isEmpty()) {
            throw new InvalidValue("must name a day that exists");
        }
    }

    private static BitSet field(int field, String text) {
        BitSet values = new BitSet();
        for (String item : text.split(",", -1)) {
            Matcher matcher = ITEM.matcher(item);
            if (!matcher.matches()) {
                throw outside(field);
            }
            int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
            int first = matcher.group(1) == null ? LEAST[field] : Integer.parseInt(matcher.group(1));
            int last = matcher.group(2) != null
                    ? Integer.parseInt(matcher.group(2))
                    : matcher.group(1) == null || matcher.group(3) != null ? MOST[field] : first;
            if (first < LEAST[field] || last > MOST[field] || first > last) {
                throw outside(field);
            }
            for (int value = first; value <= last; value += step) {
                values.set(value);
            }
        }
        return values;
    }

    private static InvalidValue outside(int field) {
        return new InvalidValue("must have a " + NAMES.get(field) + " from " + LEAST[field] + " to " + MOST[field]
                + ", a range such as " + LEAST[field] + "-" + MOST[field] + ", a list, or * with a step such as */5");
    }

    /** The first time after this one; empty if there is none within eight years. */
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        ZonedDateTime time = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        ZonedDateTime end = after.plusDays(MOST_DAYS);
        while (time.isBefore(end)) {
            if (!fields[3].get(time.getMonthValue()) || !isDay(time)) {
                time = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
            } else if (!fields[1].get(time.getHour())) {
                time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            } else if (!fields[0].get(time.getMinute())) {
                time = time.plusMinutes(1);
            } else {
                return Optional.of(time);
            }
        }
        return Optional.empty();
    }

    private boolean isDay(ZonedDateTime time) {
        boolean ofMonth = fields[2].get(time.getDayOfMonth());
        boolean ofWeek = fields[4].get(time.getDayOfWeek().getValue() % 7);
        return anyDayOfMonth || anyDayOfWeek ? ofMonth && ofWeek : ofMonth || ofWeek;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronSchedule schedule && schedule.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
