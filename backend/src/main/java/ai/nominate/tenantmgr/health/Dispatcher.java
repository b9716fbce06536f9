package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.health.probe.Outcome;
import ai.nominate.tenantmgr.health.probe.Probe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * Lets probes look at what is due, each kind with a bounded number of looks side by side on virtual threads. A check that waited
 * for longer than its interval is given up: this server cannot keep up, which is no fault of the tenant. Thread-safe.
 */
final class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int BATCH = 500;
    static final String TOO_LATE = "Not looked at: too many checks were waiting";

    private final Schedule schedule;
    private final ResultBuffer buffer;
    private final ExecutorService threads;
    private final Clock clock;
    private final Map<CheckKind, Queue> queues = new EnumMap<>(CheckKind.class);

    Dispatcher(List<Probe> probes, Schedule schedule, ResultBuffer buffer, ExecutorService threads, Clock clock) {
        this.schedule = schedule;
        this.buffer = buffer;
        this.threads = threads;
        this.clock = clock;
        probes.forEach(probe -> queues.put(probe.kind(), new Queue(probe)));
    }

    private static final class Queue {
        final Probe probe;
        final Deque<Schedule.Due> waiting = new ArrayDeque<>();
        int running;

        Queue(Probe probe) {
            this.probe = probe;
        }
    }

    /** Begins what is due now. */
    void tick() {
        for (Schedule.Due due : schedule.take(clock.instant())) {
            Queue queue = queues.get(due.check().kind());
            synchronized (queue) {
                queue.waiting.add(due);
            }
        }
        queues.values().forEach(this::begin);
    }

    /** Looks at all aspects of a tenant now, beside what is due. Blocks. */
    List<CheckResult> look(CheckTarget target) {
        List<CheckResult> results = new ArrayList<>();
        var looks = target.kinds().stream()
                .map(kind -> threads.submit(() -> look(queues.get(kind).probe, List.of(target))))
                .toList();
        for (var look : looks) {
            try {
                results.addAll(look.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return results;
            } catch (java.util.concurrent.ExecutionException e) {
                LOG.debugf(e, "A check was not made");
            }
        }
        return results;
    }

    /** What the supervisor reported by itself. Blocks shortly. */
    List<CheckResult> reported(CheckTarget target) {
        return look(queues.get(CheckKind.SERVICE).probe, List.of(target)).stream()
                .map(result -> new CheckResult(result.check(), result.at(), result.outcome(), true))
                .toList();
    }

    private void begin(Queue queue) {
        while (true) {
            List<CheckTarget> batch = new ArrayList<>();
            synchronized (queue) {
                if (queue.running >= queue.probe.kind().permits()) {
                    return;
                }
                int most = queue.probe.isBatched() ? BATCH : 1;
                while (batch.size() < most && !queue.waiting.isEmpty()) {
                    next(queue.waiting.poll()).ifPresent(batch::add);
                }
                if (batch.isEmpty()) {
                    return;
                }
                queue.running++;
            }
            start(queue, batch);
        }
    }

    private java.util.Optional<CheckTarget> next(Schedule.Due due) {
        Instant now = clock.instant();
        Duration interval = schedule.interval(due.check().kind());
        if (due.at().plus(interval).isBefore(now)) {
            buffer.add(List.of(new CheckResult(due.check(), now, Outcome.unknown(TOO_LATE), false)));
            return java.util.Optional.empty();
        }
        return schedule.target(due.check().tenant());
    }

    private void start(Queue queue, List<CheckTarget> batch) {
        try {
            threads.execute(() -> {
                try {
                    buffer.add(look(queue.probe, batch));
                } finally {
                    synchronized (queue) {
                        queue.running--;
                    }
                    begin(queue);
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debugf("A check was not made: the manager stops checking");
        }
    }

    private List<CheckResult> look(Probe probe, List<CheckTarget> batch) {
        Instant begin = clock.instant();
        Map<UUID, Outcome> outcomes;
        try {
            outcomes = probe.look(batch);
        } catch (RuntimeException e) {
            Outcome unknown = Outcome.unknown(String.valueOf(e.getMessage()));
            return batch.stream()
                    .map(target -> result(target, probe.kind(), begin, unknown))
                    .toList();
        }
        return batch.stream()
                .filter(target -> outcomes.containsKey(target.tenant().id()))
                .map(target -> result(
                        target,
                        probe.kind(),
                        begin,
                        outcomes.get(target.tenant().id())))
                .toList();
    }

    private static CheckResult result(CheckTarget target, CheckKind kind, Instant at, Outcome outcome) {
        return new CheckResult(new CheckKey(target.tenant().id(), kind), at, outcome, false);
    }
}
