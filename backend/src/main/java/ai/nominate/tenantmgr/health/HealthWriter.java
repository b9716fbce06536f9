package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The only one that writes the health of this server's tenants: reads which tenants there are, judges the results since the last
 * turn, and writes them in one transaction that commits only while the lease is held. If the database is away, the results wait.
 */
final class HealthWriter {
    private static final Logger LOG = Logger.getLogger(HealthWriter.class);
    private static final int BATCH = 5_000;
    private static final Duration SETTINGS = Duration.ofSeconds(15);
    /** Reading thousands of tenants may take a twentieth of the time, also while many of them are deployed. */
    private static final int RARELY = 20;
    /** A check that may change its health is looked at again after this, and up to as much more. */
    private static final Duration AGAIN = Duration.ofSeconds(8);

    private static final Duration AGAIN_SPREAD = Duration.ofSeconds(4);

    private final CheckedTenants tenants;
    private final HealthTable table;
    private final HealthPartitions partitions;
    private final Settings settings;
    private final Schedule schedule;
    private final ResultBuffer buffer;
    private final Permit permit;
    private final Clock clock;
    private Judge judge;
    private HealthLimits limits;
    private Instant limitsAt;
    private HealthLimits applied;
    private String mark = "";
    private long nextRead = System.nanoTime();
    private boolean wasHeld;

    HealthWriter(
            CheckedTenants tenants,
            HealthTable table,
            HealthPartitions partitions,
            Settings settings,
            Schedule schedule,
            ResultBuffer buffer,
            Permit permit,
            Clock clock) {
        this.tenants = tenants;
        this.table = table;
        this.partitions = partitions;
        this.settings = settings;
        this.schedule = schedule;
        this.buffer = buffer;
        this.permit = permit;
        this.clock = clock;
    }

    /**
     * One turn. Blocks. If the database does not answer, or the lease may be lost, nothing is written and the results wait: a lease
     * that nobody else took is good again when the database is back.
     */
    void turn() {
        try {
            if (judge == null) {
                judge = new Judge(Reactive.await(table::stored), clock.instant());
            }
            Set<UUID> changing = tenants.changing();
            refresh();
            ResultBuffer.Taken taken;
            do {
                taken = buffer.take(BATCH);
                write(taken, changing);
            } while (taken.results().size() == BATCH);
        } catch (RuntimeException e) {
            if (judge != null) {
                if (!judge.doubt().isOpen()) {
                    LOG.warnf("Results of health checks are not written now: %s", e.getMessage());
                }
                judge.doubt().failed();
            }
        }
    }

    private void refresh() {
        Instant now = clock.instant();
        boolean isOld = limitsAt == null || !now.isBefore(limitsAt.plus(SETTINGS));
        if (isOld) {
            limits = Reactive.await(() -> HealthLimits.read(settings));
            limitsAt = now;
        }
        String present = tenants.mark();
        long begin = System.nanoTime();
        if (begin - nextRead >= 0 && (!present.equals(mark) || !limits.equals(applied))) {
            List<CheckTarget> targets = tenants.read(limits.warnings());
            judge.follow(targets);
            schedule.set(targets, limits, judge.known(), now);
            mark = present;
            applied = limits;
            nextRead = begin + RARELY * (System.nanoTime() - begin);
        }
    }

    private void write(ResultBuffer.Taken taken, Set<UUID> changing) {
        try {
            boolean wasAway = judge.doubt().isOpen();
            if (wasAway) {
                judge.doubt().written(clock.instant()); // the database has just answered
            }
            Judgement judgement = judge.judge(taken.results(), changing, limits, clock.instant());
            if (!judgement.isEmpty()) {
                Reactive.await(() -> partitions.ensure(judgement.samples()));
                permit.transaction(() -> table.write(judgement));
            }
            judge.written(judgement);
            judge.doubt().written(clock.instant());
            taken.written();
            judgement.states().forEach(this::lookAgain);
            sayIfHeld();
        } catch (RuntimeException e) {
            buffer.putBack(taken);
            throw e;
        }
    }

    private void lookAgain(CheckKey check, CheckState state) {
        if (state.isPending()) {
            schedule.advance(check, clock.instant().plus(AGAIN).plus(Phase.spread(check, AGAIN_SPREAD)));
        }
    }

    private void sayIfHeld() {
        boolean isHeld = judge.massSince() != null;
        if (isHeld && !wasHeld) {
            LOG.warn("Many tenants of this server began to fail at once; their failures are held back for a while");
        }
        wasHeld = isHeld;
    }
}
