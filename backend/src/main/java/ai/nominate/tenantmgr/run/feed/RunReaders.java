package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.event.feed.ReaderLimits;
import ai.nominate.tenantmgr.event.feed.ReaderMemory;
import ai.nominate.tenantmgr.event.feed.SharedReader;
import ai.nominate.tenantmgr.event.feed.SharedReaders;
import ai.nominate.tenantmgr.run.engine.LogLine;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * Reads the log and the state of each followed run once for all of its followers. A change in this manager wakes the readers; one in
 * another manager is seen within half a second.
 */
@ApplicationScoped
public class RunReaders {
    /** One state takes the place of the one before it. */
    private static final ReaderLimits STATES =
            new ReaderLimits(2, 16 << 10, 2, 16 << 10, 4, Duration.ofMillis(50), Duration.ofMillis(500));

    /** Of the heap of 160 MiB, for the lines that wait for all followers of all runs. */
    private static final long LINES_BYTES = 24 << 20;

    private static final long STATES_BYTES = 8 << 20;

    private final SharedReaders<UUID, LogLine> lines;
    private final SharedReaders<UUID, FollowedState> states;

    RunReaders(RunLogTable log, Pool pool) {
        ReaderMemory ofLines = new ReaderMemory(LINES_BYTES);
        ReaderMemory ofStates = new ReaderMemory(STATES_BYTES);
        lines = new SharedReaders<>(
                run -> new SharedReader<>(
                        "The log of run " + run, new RunLogFeed(log, run), ReaderLimits.DEFAULT, ofLines),
                ofLines);
        states = new SharedReaders<>(
                run -> new SharedReader<>("The state of run " + run, new RunStateFeed(pool, run), STATES, ofStates),
                ofStates);
    }

    /** The lines after a number, without an end. */
    Multi<Delivery<LogLine>> lines(UUID run, long afterSeq, Executor executor) {
        return lines.follow(run, afterSeq, executor);
    }

    /** The present state and each later one, without an end. */
    Multi<Delivery<FollowedState>> states(UUID run, Executor executor) {
        return states.follow(run, 0, executor);
    }

    /** Reads what has changed without waiting for the next poll. */
    public void wake(UUID run) {
        lines.wake(run);
        states.wake(run);
    }
}
