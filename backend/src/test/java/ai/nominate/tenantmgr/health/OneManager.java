package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Probe;
import ai.nominate.tenantmgr.health.probe.Verdict;
import ai.nominate.tenantmgr.health.probe.WarningLimits;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The checks of one manager, a second at a time on a clock of the test: what {@link Checking} does on threads of its own. It can be
 * killed (it is not called any more), stopped in the middle of its looks, and cut off from the database.
 */
final class OneManager {
    private final Dispatcher dispatcher;
    private final HealthWriter writer;
    private final Looks looks = new Looks();
    private boolean isHolder = true;
    private boolean isWithoutDatabase;

    /** @param fails whether a look at the site of a tenant fails */
    OneManager(
            List<CheckTarget> targets,
            Predicate<UUID> fails,
            HealthTable table,
            HealthPartitions partitions,
            Settings settings,
            Clock clock) {
        List<Probe> probes = Arrays.stream(CheckKind.values())
                .<Probe>map(kind -> new Eye(kind, fails))
                .toList();
        Schedule schedule = new Schedule();
        ResultBuffer buffer = new ResultBuffer(50_000);
        dispatcher = new Dispatcher(probes, schedule, buffer, looks, clock);
        writer = new HealthWriter(
                new Targets(targets), table, partitions, settings, schedule, buffer, new Lease(), clock);
    }

    /** One second of its life. */
    void second() {
        writer.turn();
        dispatcher.tick();
    }

    /** Its looks begin, and go on when it is continued. */
    void stopInItsLooks() {
        looks.areHeld = true;
        dispatcher.tick();
    }

    int heldLooks() {
        return looks.held.size();
    }

    void goOn() {
        looks.areHeld = false;
        looks.held.forEach(Runnable::run);
        looks.held.clear();
    }

    void loseLease() {
        isHolder = false;
    }

    void database(boolean isThere) {
        isWithoutDatabase = !isThere;
    }

    private void needDatabase() {
        if (isWithoutDatabase) {
            throw new IllegalStateException("the database does not answer");
        }
    }

    /** As the real one: asked before the work and before its commit. */
    private final class Lease implements Permit {
        @Override
        public void check() {
            if (!isHolder) {
                throw new PermitLost("another manager has it");
            }
        }

        @Override
        public <T> T transaction(Supplier<Uni<T>> work) {
            check();
            needDatabase();
            return Reactive.transaction(() -> work.get().invoke(done -> check()));
        }
    }

    @Vetoed
    private final class Targets extends CheckedTenants {
        private final List<CheckTarget> targets;

        Targets(List<CheckTarget> targets) {
            super(null, null, null, null);
            this.targets = targets;
        }

        @Override
        String mark() {
            needDatabase();
            return "always the same";
        }

        @Override
        List<CheckTarget> read(WarningLimits warnings) {
            return targets;
        }

        @Override
        Set<UUID> changing() {
            needDatabase();
            return Set.of();
        }
    }

    private record Eye(CheckKind kind, Predicate<UUID> fails) implements Probe {
        @Override
        public Map<UUID, Outcome> look(List<CheckTarget> seen) {
            Map<UUID, Outcome> outcomes = new HashMap<>();
            for (CheckTarget target : seen) {
                UUID id = target.tenant().id();
                boolean isBad = kind == CheckKind.FRONTEND && fails.test(id);
                outcomes.put(id, Outcome.of(isBad ? Verdict.FAILED : Verdict.OK, isBad ? "/ answers 502" : "fine"));
            }
            return outcomes;
        }
    }

    /** Looks at once, or later. */
    private static final class Looks extends AbstractExecutorService {
        private final Queue<Runnable> held = new ArrayDeque<>();
        private boolean areHeld;

        @Override
        public void execute(Runnable look) {
            if (areHeld) {
                held.add(look);
            } else {
                look.run();
            }
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
