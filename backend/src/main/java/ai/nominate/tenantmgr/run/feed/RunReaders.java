package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.event.feed.ReaderLimits;
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
            new ReaderLimits(4, 64 << 10, 4, 16 << 10, 4, Duration.ofMillis(50), Duration.ofMillis(500));

    private final SharedReaders<UUID, LogLine> lines;
    private final SharedReaders<UUID, FollowedState> states;

    RunReaders(RunLogTable log, Pool pool) {
        lines = new SharedReaders<>(
                run -> new SharedReader<>("The log of run " + run, new RunLogFeed(log, run), ReaderLimits.DEFAULT));
        states = new SharedReaders<>(
                run -> new SharedReader<>("The state of run " + run, new RunStateFeed(pool, run), STATES));
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
