package ai.nominate.tenantmgr.schedule;

import ai.nominate.tenantmgr.schedule.ScheduleState.LastRuns;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Work that the manager does again and again, and when it last did. In memory: needs no database to note a run. Thread-safe. */
public final class RecurringTask {
    private final String id;
    private final String title;
    private final Duration every;
    private final Expectation expectation;
    private final Clock clock;
    private LastRuns last = LastRuns.NONE;
    private Instant expectedFrom;

    RecurringTask(String id, String title, Duration every, Expectation expectation, Clock clock) {
        this.id = id;
        this.title = title;
        this.every = every;
        this.expectation = expectation;
        this.clock = clock;
        this.expectedFrom = clock.instant();
    }

    /** Runs are expected from now on: the manager got the lease. */
    public synchronized void expect() {
        expectedFrom = clock.instant();
        last = new LastRuns(null, last.ended(), last.took(), last.failure());
    }

    /** No runs are expected: the manager has no lease. */
    public synchronized void rest() {
        expectedFrom = null;
    }

    /** Notes the run and its end. The result or failure is that of the work. */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> {
                    begin();
                    return work.get();
                })
                .onTermination()
                .invoke((done, failure, isCancelled) -> end(isCancelled ? "it was cut off" : reason(failure)));
    }

    /** The same for work that blocks. */
    public void runBlocking(Runnable work) {
        begin();
        String failure = "it was cut off";
        try {
            work.run();
            failure = null;
        } catch (RuntimeException e) {
            failure = reason(e);
            throw e;
        } finally {
            end(failure);
        }
    }

    private synchronized void begin() {
        last = new LastRuns(clock.instant(), last.ended(), last.took(), last.failure());
    }

    private synchronized void end(String failure) {
        Instant now = clock.instant();
        Instant began = last.began() == null ? now : last.began();
        last = new LastRuns(began, now, Duration.between(began, now), failure);
    }

    synchronized boolean isExpected() {
        return expectedFrom != null;
    }

    synchronized ScheduleState state() {
        Instant from = last.began() == null || last.began().isBefore(expectedFrom) ? expectedFrom : last.began();
        Instant due = from.plus(every);
        return new ScheduleState(id, title, null, null, List.of(), last, due, due, expectation);
    }

    /** The message may quote a stranger: only the kind of failure is kept, the log has the rest. */
    private static String reason(Throwable failure) {
        return failure == null ? null : failure.getClass().getSimpleName() + "; see the manager's log";
    }
}
