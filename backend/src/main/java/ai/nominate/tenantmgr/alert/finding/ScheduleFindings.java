package ai.nominate.tenantmgr.alert.finding;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.schedule.JudgedSchedule;
import ai.nominate.tenantmgr.schedule.ScheduleState;
import ai.nominate.tenantmgr.schedule.ScheduleVerdict;
import ai.nominate.tenantmgr.schedule.Schedules;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Schedules that were not followed: a run that did not happen, ended too fast, takes too long or failed. */
@Singleton
class ScheduleFindings implements AlertSource {
    private final Schedules schedules;

    ScheduleFindings(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public String kind() {
        return "schedule";
    }

    @Override
    public String title() {
        return "Missed and failed runs of schedules";
    }

    @Override
    public List<Finding> findings(Instant now) {
        return schedules.look(now, Permit.ALWAYS).stream()
                .filter(judged -> judged.verdict().isBad())
                .map(judged -> finding(judged, now))
                .toList();
    }

    private static Finding finding(JudgedSchedule judged, Instant now) {
        ScheduleState state = judged.state();
        return new Finding(
                "schedule/" + state.id(),
                Severity.WARNING,
                state.tenant() == null ? null : new Finding.Subject(state.tenant(), state.slug(), state.labels()),
                (state.slug() == null ? "" : state.slug() + ": ") + state.title() + " " + words(judged.verdict()),
                judged.detail(),
                judged.since(now));
    }

    private static String words(ScheduleVerdict verdict) {
        return switch (verdict) {
            case MISSED -> "did not run";
            case TOO_FAST -> "ended too fast";
            case TOO_SLOW -> "takes too long";
            case FAILED -> "failed";
            case OK, WAITING, RUNNING -> "is as expected";
        };
    }
}
