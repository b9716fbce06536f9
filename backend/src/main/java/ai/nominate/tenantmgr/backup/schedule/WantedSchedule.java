package ai.nominate.tenantmgr.backup.schedule;

import ai.nominate.tenantmgr.backup.retention.DailyTimes;
import ai.nominate.tenantmgr.backup.retention.Policy;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantTimeZone;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A valid schedule. */
public record WantedSchedule(boolean enabled, DailyTimes times, Policy policy) {
    private static final String USUAL = "02:30";

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException with every invalid field */
    public static WantedSchedule of(ScheduleChange change, TenantSnapshot tenant) {
        Fields fields = new Fields();
        LocalTime at = fields.optional("at", change.at() == null ? USUAL : change.at(), WantedSchedule::time);
        ZoneId zone = change.zone() == null
                ? zone(tenant)
                : fields.optional("zone", change.zone(), text -> new TenantTimeZone(text).zone());
        Set<Integer> days = new TreeSet<>();
        for (Integer day : change.days() == null ? List.<Integer>of() : change.days()) {
            if (day == null || day < 1 || day > 7) {
                fields.add("days", "must be numbers from 1 for Monday to 7");
                break;
            }
            days.add(day);
        }
        if (change.days() != null && change.days().isEmpty()) {
            fields.add("days", "must name a day, or be null for each day");
        }
        Policy policy = change.retention() == null ? Policy.STANDARD : policy(change.retention(), fields);
        fields.throwIfInvalid();
        return new WantedSchedule(
                change.enabled() == null || change.enabled(), new DailyTimes(at, days, zone), policy);
    }

    /** What a tenant gets that nobody asked for: once a night, at a time of its own, so that not all are taken at once. */
    public static WantedSchedule usual(TenantSnapshot tenant) {
        int minute = Math.floorMod(tenant.id().hashCode(), 240);
        LocalTime at = LocalTime.of(1, 0).plusMinutes(minute);
        return new WantedSchedule(true, new DailyTimes(at, Set.of(), zone(tenant)), Policy.STANDARD);
    }

    private static ZoneId zone(TenantSnapshot tenant) {
        return tenant.notes().timeZone().map(TenantTimeZone::zone).orElse(ZoneId.systemDefault());
    }

    private static Policy policy(RetentionView view, Fields fields) {
        int[] all = {view.last(), view.daily(), view.weekly(), view.monthly(), view.yearly(), view.withinDays()};
        for (int each : all) {
            if (each < 0 || each > Policy.MOST) {
                fields.add("retention", "must have whole numbers from 0 to " + Policy.MOST);
                return Policy.STANDARD;
            }
        }
        Policy policy = new Policy(all[0], all[1], all[2], all[3], all[4], all[5]);
        if (policy.isEmpty()) {
            fields.add("retention", "keeps nothing: at least one number must not be 0");
        }
        return policy;
    }

    private static LocalTime time(String text) {
        if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw new InvalidValue("must be a time of day such as 02:30");
        }
        return LocalTime.parse(text);
    }
}
