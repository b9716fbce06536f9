package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.event.feed.ReaderLimits;
import ai.nominate.tenantmgr.event.feed.SharedReader;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * One reader of the table for all followers of this manager; each gets what its filter lets through. Without followers the table is
 * not read.
 */
@Singleton
class LogHub {
    private static final ReaderLimits LIMITS =
            new ReaderLimits(5000, 4 << 20, 200, 64 << 10, 2, Duration.ofMillis(100), Duration.ofMillis(500));

    private final SharedReader<LogEntry> reader;

    LogHub(LogTable table) {
        this.reader = new SharedReader<>("The table of log entries", table, LIMITS);
    }

    /** There may be new entries. */
    void wake() {
        reader.wake();
    }

    /** All entries after a number, without an end. */
    Multi<Delivery<LogEntry>> follow(long afterSeq, Executor executor) {
        return reader.follow(afterSeq, executor);
    }
}
