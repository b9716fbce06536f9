package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.manifest.CronSpec;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.nginx.LiveMarkers;
import ai.nominate.tenantmgr.server.DutyPhase;
import ai.nominate.tenantmgr.server.ServerDuty;
import ai.nominate.tenantmgr.slot.SlotManifests;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantTimeZone;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Queues the scheduled commands of this server's tenants when their time comes, in the
 * tenant's time zone or else the server's. Minutes that passed
 * while no manager held the server's lease are not made up for.
 */
@ApplicationScoped
class CronClock implements ServerDuty {
    private static final Logger LOG = Logger.getLogger(CronClock.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** A busy machine may look late; more minutes than these are not made up for. */
    private static final int MOST_MINUTES = 5;

    private final TenantRegistry tenants;
    private final SlotManifests manifests;
    private final CronRuns runs;
    private final LiveMarkers markers;
    private final CronExpectations expectations;
    private final Clock clock;
    private ScheduledExecutorService timer;
    private ZonedDateTime seen;

    CronClock(
            TenantRegistry tenants,
            SlotManifests manifests,
            CronRuns runs,
            LiveMarkers markers,
            CronExpectations expectations,
            Clock clock) {
        this.tenants = tenants;
        this.manifests = manifests;
        this.runs = runs;
        this.markers = markers;
        this.expectations = expectations;
        this.clock = clock;
    }

    @Override
    public DutyPhase phase() {
        return DutyPhase.JOBS;
    }

    @Override
    public synchronized void begin(Permit permit) {
        seen = now();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("cron").factory());
        timer.scheduleWithFixedDelay(() -> look(permit), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void end() {
        if (timer != null) {
            timer.shutdownNow();
        }
        expectations.forget();
    }

    private void look(Permit permit) {
        try {
            List<ZonedDateTime> minutes = minutes(seen, now());
            if (!minutes.isEmpty()) {
                seen = minutes.getLast();
                permit.check();
                List<CronExpectations.Entry> entries =
                        Reactive.await(() -> Panache.withSession(tenants::serving)).stream()
                                .flatMap(this::entries)
                                .toList();
                entries.forEach(entry -> queue(entry, minutes));
                expectations.replace(entries, clock.instant());
            }
        } catch (RuntimeException e) {
            LOG.warnf("Scheduled commands could not be queued: %s", e.getMessage());
        }
    }

    /** None of a tenant in maintenance. */
    private Stream<CronExpectations.Entry> entries(TenantSnapshot tenant) {
        Manifest manifest =
                manifests.of(tenant.slug(), tenant.live().orElseThrow()).orElse(null);
        if (manifest == null || markers.isClosed(tenant.slug())) {
            return Stream.empty();
        }
        ZoneId zone = tenant.notes()
                .timeZone()
                .map(TenantTimeZone::zone)
                .map(ZoneId.class::cast)
                .orElse(ZoneId.systemDefault());
        return manifest.cron().stream().map(spec -> new CronExpectations.Entry(tenant, spec, zone));
    }

    private void queue(CronExpectations.Entry entry, List<ZonedDateTime> minutes) {
        minutes.stream()
                .map(minute -> inZone(entry.tenant().notes().timeZone(), minute))
                .filter(minute -> isDue(entry.spec(), minute))
                .forEach(minute -> runs.queue(entry.tenant(), entry.spec().id(), minute.toInstant()));
    }

    static ZonedDateTime inZone(Optional<TenantTimeZone> timeZone, ZonedDateTime minute) {
        return timeZone.map(zone -> minute.withZoneSameInstant(zone.zone())).orElse(minute);
    }

    /** The minutes after one time up to another, the last ones of them. */
    static List<ZonedDateTime> minutes(ZonedDateTime after, ZonedDateTime until) {
        List<ZonedDateTime> minutes = new ArrayList<>();
        for (ZonedDateTime minute = until; minute.isAfter(after) && minutes.size() < MOST_MINUTES; ) {
            minutes.addFirst(minute);
            minute = minute.minusMinutes(1);
        }
        return minutes;
    }

    static boolean isDue(CronSpec entry, ZonedDateTime minute) {
        return entry.schedule()
                .next(minute.minusMinutes(1))
                .filter(minute::isEqual)
                .isPresent();
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(clock.withZone(java.time.ZoneId.systemDefault()))
                .truncatedTo(ChronoUnit.MINUTES);
    }
}
