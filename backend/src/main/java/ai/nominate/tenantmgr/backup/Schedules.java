package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.audit.Change;
import ai.nominate.tenantmgr.backup.retention.DailyTimes;
import ai.nominate.tenantmgr.backup.retention.Kept;
import ai.nominate.tenantmgr.backup.retention.Policy;
import ai.nominate.tenantmgr.backup.schedule.KeptView;
import ai.nominate.tenantmgr.backup.schedule.RetentionView;
import ai.nominate.tenantmgr.backup.schedule.ScheduleChange;
import ai.nominate.tenantmgr.backup.schedule.ScheduleView;
import ai.nominate.tenantmgr.backup.schedule.WantedSchedule;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers requests about the schedule of a tenant's backups. */
@ApplicationScoped
class Schedules {
    private final TenantRegistry tenants;
    private final Keeping keeping;
    private final BackupEvents events;
    private final Audit audit;
    private final Clock clock;

    Schedules(TenantRegistry tenants, Keeping keeping, BackupEvents events, Audit audit, Clock clock) {
        this.tenants = tenants;
        this.keeping = keeping;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<ScheduleView> get(String tenant, Actor actor) {
        return Panache.withSession(() -> tenants.get(tenant, actor)
                .flatMap(found -> ScheduleRow.<ScheduleRow>findById(found.id()).flatMap(row -> view(found, row))));
    }

    Uni<ScheduleView> change(String tenant, ScheduleChange change, Actor actor) {
        return Panache.withTransaction(() -> tenants.lock(tenant, actor).flatMap(found -> {
            WantedSchedule wanted = WantedSchedule.of(change, found);
            return ScheduleRow.<ScheduleRow>findById(found.id()).flatMap(before -> {
                Map<String, Object> was = before == null ? Map.of() : state(before);
                return write(found, before, wanted, actor)
                        .call(row -> audit.record(
                                actor,
                                Change.updated(
                                        "backup.schedule", found.slug().value(), found.id(), was, state(row))))
                        .call(row -> keeping.apply(found.id()))
                        .flatMap(row -> view(found, row));
            });
        }));
    }

    /** What the schedule would be, and what it would keep; changes nothing. */
    Uni<ScheduleView> preview(String tenant, ScheduleChange change, Actor actor) {
        return Panache.withSession(() -> tenants.get(tenant, actor).flatMap(found -> {
            ScheduleRow row = new ScheduleRow();
            fill(row, WantedSchedule.of(change, found), actor);
            return view(found, row);
        }));
    }

    /** Gives a tenant the usual schedule, unless it has one. */
    Uni<Void> usual(TenantSnapshot tenant) {
        return ScheduleRow.<ScheduleRow>findById(tenant.id())
                .flatMap(row -> row != null
                        ? Uni.createFrom().voidItem()
                        : write(tenant, null, WantedSchedule.usual(tenant), Actor.MANAGER)
                                .replaceWithVoid());
    }

    private Uni<ScheduleRow> write(TenantSnapshot tenant, ScheduleRow before, WantedSchedule wanted, Actor actor) {
        ScheduleRow row = before == null ? new ScheduleRow() : before;
        row.tenantId = tenant.id();
        fill(row, wanted, actor);
        return row.<ScheduleRow>persist()
                .call(done -> Panache.flush())
                .call(done -> events.scheduled(tenant.id()));
    }

    private void fill(ScheduleRow row, WantedSchedule wanted, Actor actor) {
        DailyTimes times = wanted.times();
        row.enabled = wanted.enabled();
        row.at = times.at().toString();
        row.days = times.days().isEmpty()
                ? null
                : new TreeSet<>(times.days()).stream().map(String::valueOf).collect(Collectors.joining(","));
        row.zone = times.zone().getId();
        Policy policy = wanted.policy();
        row.keepLast = policy.last();
        row.keepDaily = policy.daily();
        row.keepWeekly = policy.weekly();
        row.keepMonthly = policy.monthly();
        row.keepYearly = policy.yearly();
        row.keepWithinDays = policy.withinDays();
        row.nextRun = wanted.enabled() ? times.next(clock.instant()) : null;
        row.changedAt = clock.instant();
        row.changedBy = actor.name();
    }

    private static Map<String, Object> state(ScheduleRow row) {
        return Map.of(
                "enabled",
                row.enabled,
                "at",
                row.at,
                "days",
                row.days == null ? "each" : row.days,
                "zone",
                row.zone,
                "keep",
                row.policy().toString());
    }

    /** @param row null: none was set; shown as the usual one, switched off */
    private Uni<ScheduleView> view(TenantSnapshot tenant, ScheduleRow row) {
        ScheduleRow shown = row == null ? new ScheduleRow() : row;
        if (row == null) {
            fill(shown, WantedSchedule.usual(tenant), Actor.MANAGER);
            shown.enabled = false;
            shown.nextRun = null;
        }
        return keeping.preview(tenant.id(), shown.policy(), shown.times().zone())
                .map(kept -> view(shown, kept));
    }

    private static ScheduleView view(ScheduleRow row, List<Kept> kept) {
        return new ScheduleView(
                row.enabled,
                row.at,
                row.days == null
                        ? null
                        : row.times().days().stream().sorted().toList(),
                row.zone,
                new RetentionView(
                        row.keepLast,
                        row.keepDaily,
                        row.keepWeekly,
                        row.keepMonthly,
                        row.keepYearly,
                        row.keepWithinDays),
                row.nextRun,
                row.lastRun,
                kept.stream()
                        .map(each -> new KeptView(
                                each.backup().id(), each.backup().at(), each.isKept(), each.reasons()))
                        .toList());
    }
}
